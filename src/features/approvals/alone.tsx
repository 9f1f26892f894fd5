/** What to do when an organisation has nobody else to decide: invite, or ask who runs the instance. */
import { Alert } from '#ui/parts.tsx';

/** `operators` is null where who runs the instance cannot act either: she helps administrators only. */
export function Alone({ operators }: { operators: readonly { name: string; email: string }[] | null }) {
  const reachable = operators?.filter(({ email }) => email !== '') ?? [];
  return (
    <>
      <Alert tone="info" title="Aucun autre administrateur ne peut décider">
        Cette décision demande deux personnes. Pour avancer{'\u00A0'}:
      </Alert>
      <ol>
        <li>
          <a href="/organisation/membres/inviter">Invitez une seconde personne</a> avec un rôle d’administration, puis
          refaites la demande.
        </li>
        {operators !== null && (
          <li>
            Sinon, écrivez à l’exploitation de l’instance
            {reachable.map(({ name, email }) => (
              <>
                {' '}
                (<a href={`mailto:${email}`}>{name}</a>)
              </>
            ))}{' '}
            en indiquant le nom de votre organisation, son numéro SIRET, la demande et son motif. Elle vérifie qui vous
            êtes avant d’agir.
          </li>
        )}
      </ol>
    </>
  );
}
