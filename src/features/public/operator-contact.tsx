/** How to reach whoever runs this instance, or what to do while they have not said. */
import { formatPhone } from '#domain/phone.ts';
import type { Operator } from './operator.ts';

export function OperatorContact({ operator }: { operator: Operator | null }) {
  if (operator === null || (operator.email === '' && operator.phone === '')) {
    return (
      <p>
        L’exploitant de cette instance n’a pas encore indiqué de contact. Adressez-vous à l’administration de votre
        organisation, qui le joindra.
      </p>
    );
  }
  const { name, email, phone, address } = operator;
  return (
    <ul>
      <li>{[name, address].filter(Boolean).join(', ')}</li>
      {email !== '' && (
        <li>
          Courriel : <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {phone !== '' && (
        <li>
          Téléphone : <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
        </li>
      )}
    </ul>
  );
}
