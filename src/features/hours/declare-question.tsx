/** Whom to ask: a name and a telephone number that dials. */
import { formatPhone } from '#domain/phone.ts';
import type { Referent } from './declaration-queries.ts';

export function Question({ referent }: { referent: Referent | null }) {
  if (referent === null) return <></>;
  const { name, structure, phone, email } = referent;
  return (
    <p class="soft">
      Une question ? {name === '' ? structure : name}
      {phone !== '' && (
        <>
          , <a href={`tel:${phone.replaceAll(/[^+\d]/gu, '')}`}>{formatPhone(phone)}</a>
        </>
      )}
      {phone === '' && email !== '' && (
        <>
          , <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
    </p>
  );
}
