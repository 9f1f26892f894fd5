/** The signed paper and its annexes, read by every side, and how another is attached. */
import type { PageRequest } from '#http/route.ts';
import type { FormState } from '#ui/form.tsx';
import { FileField, Form } from '#ui/form.tsx';
import { Card, DateText } from '#ui/parts.tsx';
import type { AgreementDocument } from './side-queries.ts';
import { accepted } from './term-fields.tsx';

/** state: null when the reader attaches nothing. */
export function PapersCard({
  request,
  id,
  documents,
  names,
  state,
}: {
  request: PageRequest;
  id: string;
  documents: readonly AgreementDocument[];
  names: Map<string, string>;
  state: FormState | null;
}) {
  return (
    <Card title="Documents">
      <Papers documents={documents} names={names} />
      {state !== null && (
        <Form
          action={`/globalisations/${id}/documents`}
          formKey={request.key()}
          multipart
          state={state}
          submit="Joindre"
          submitIcon="upload"
        >
          <FileField
            name="file"
            label="Accord signé ou annexe"
            help={'10\u00A0Mo au plus\u00A0: PDF, image, Word ou OpenDocument. Chaque signataire le lira.'}
            accept={accepted}
            state={state}
          />
        </Form>
      )}
    </Card>
  );
}

function Papers({ documents, names }: { documents: readonly AgreementDocument[]; names: Map<string, string> }) {
  if (documents.length === 0) return <p class="soft">Aucun document joint encore.</p>;
  return (
    <ul>
      {documents.map(({ id, name, organisationId, createdAt }) => (
        <li>
          <a href={`/documents/${id}`} download="">
            {name}
          </a>{' '}
          <span class="soft">
            {names.get(organisationId) ?? ''}, <DateText date={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
