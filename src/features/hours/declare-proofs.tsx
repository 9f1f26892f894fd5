/** On the receipt of a month: the papers joined to it, opened and, until it is validated, withdrawn or put back. */
import type { PageRequest } from '#http/route.ts';
import { FileField, Form } from '#ui/form.tsx';
import { ActionButton, Disclosure } from '#ui/parts.tsx';
import { canBeSent } from '#domain/declaration-sending.ts';
import type { DeclaringDoor } from './declare-doors.ts';
import type { DeclarationRow } from './declaration-queries.ts';
import type { JoinedPaper } from './declare-papers-queries.ts';

export function Proofs({
  request,
  door,
  declaration,
  papers,
}: {
  request: PageRequest;
  door: DeclaringDoor;
  declaration: DeclarationRow;
  papers: readonly JoinedPaper[];
}) {
  const wrong = request.form.errors.some(({ field }) => field === 'file');
  const open = canBeSent(declaration.state);
  const hidden = { ...door.repeats, mois: declaration.month };
  return (
    <Disclosure summary="Joindre une photo ou un PDF" open={wrong || papers.length > 0}>
      <div class="stack">
        {papers.length > 0 && (
          <ul class="stack">
            {papers.map(({ id, name, withdrawn, own }) => (
              <li class="row">
                {withdrawn ? (
                  <span class="soft">{`${name}, retiré`}</span>
                ) : (
                  <a href={`${door.path}/pieces/${id}`}>{name}</a>
                )}
                {own && open && (
                  <ActionButton
                    action={`${door.path}/pieces/${id}/${withdrawn ? 'remettre' : 'retirer'}`}
                    formKey={request.key()}
                    about={name}
                    size="small"
                  >
                    {withdrawn ? 'Remettre' : 'Retirer'}
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        )}
        <Form
          action={`${door.path}/document`}
          formKey={request.key()}
          hidden={hidden}
          multipart
          state={request.form}
          submit="Joindre"
          submitIcon="paperclip"
          blocked="l’envoi"
        >
          <FileField
            name="file"
            label={
              door.kind === 'facilitator' ? 'Feuille d’heures, fiche de paie ou contrat' : 'Fiche de paie ou contrat'
            }
            help="Photo ou PDF, 10 Mo au plus. Cachez le numéro de sécurité sociale."
            accept="image/jpeg,image/png,application/pdf"
            state={request.form}
          />
        </Form>
      </div>
    </Disclosure>
  );
}
