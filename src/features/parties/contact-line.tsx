/** Whom to reach, with an address and a number that open. */
import { formatPhone } from '#domain/phone.ts';

export function ContactLine({
  contactName,
  contactEmail,
  contactPhone,
}: {
  contactName: string;
  contactEmail: string;
  contactPhone: string;
}) {
  return (
    <>
      {contactName}
      {contactEmail !== '' && (
        <>
          {', '}
          <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </>
      )}
      {contactPhone !== '' && (
        <>
          {', '}
          <a href={`tel:${contactPhone}`}>{formatPhone(contactPhone)}</a>
        </>
      )}
    </>
  );
}
