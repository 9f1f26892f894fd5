/** Who may do what, drawn from the rules themselves, so that the page cannot lie. */
import type { PageRequest, View } from '#http/route.ts';
import type { Position } from '#domain/position.ts';
import { allPositions, isPosition, organisationKinds, positions } from '#domain/position.ts';
import { Form, SelectField } from '#ui/form.tsx';
import { Disclosure, PageHeading } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import { fieldLabel, objectLabels, readerLabels } from './field-words.ts';
import type { FieldRow, PositionRights, Right } from './rights.ts';
import { describeFields, describePositions, describeRights } from './rights.ts';

export async function drawRights(request: PageRequest): Promise<View> {
  const asked = request.query.get('role') ?? '';
  const chosen = isPosition(asked) ? asked : null;
  const body = (
    <>
      <PageHeading
        title="Qui peut faire quoi"
        lead="Cette page est écrite par les règles que Guichet applique à chaque demande. Ce qui n’y figure pas est refusé."
      />
      <Form action="/droits" method="get" submit="Montrer">
        <SelectField
          name="role"
          label="Rôle"
          value={asked}
          optional
          placeholder="Tous les rôles"
          options={allPositions.map((position) => ({
            value: position,
            label: positions[position].label,
            group: groupOf(position),
          }))}
        />
      </Form>
      <h2>{chosen === null ? 'Par rôle' : 'Ce rôle'}</h2>
      {describePositions(chosen).map((rights) => (
        <PositionPart rights={rights} open={chosen !== null} />
      ))}
      {chosen === null && <h2>Toutes les actions</h2>}
      {chosen === null && <RightsTable url={request.url} />}
      <h2>Qui lit quelle information</h2>
      <FieldsTable url={request.url} />
    </>
  );
  return { title: 'Qui peut faire quoi', body };
}

function groupOf(position: Position): string {
  const { kind } = positions[position];
  return kind === null ? 'Dans toute organisation' : organisationKinds[kind];
}

function PositionPart({ rights, open }: { rights: PositionRights; open: boolean }) {
  const { position, label, always, whenAdministering } = rights;
  return (
    <div id={`role-${position.replace('.', '-')}`}>
      <Disclosure summary={label} open={open}>
        <Sentences rights={always} />
        {whenAdministering.length > 0 && (
          <>
            <p>Et si cette personne administre aussi son organisation :</p>
            <Sentences rights={whenAdministering} />
          </>
        )}
      </Disclosure>
    </div>
  );
}

function Sentences({ rights }: { rights: readonly Right[] }) {
  return (
    <ul>
      {rights.map(({ sentence, on, confirms }) => (
        <li>
          {sentence} <span class="soft">{`(${on.toLowerCase()}${confirms ? '\u00A0; identité confirmée' : ''})`}</span>
        </li>
      ))}
    </ul>
  );
}

const rightColumns: Column<Right>[] = [
  { key: 'sentence', label: 'Action', primary: true, cell: ({ sentence }) => sentence },
  { key: 'who', label: 'Qui', cell: ({ who }) => who },
  { key: 'on', label: 'Sur quoi', cell: ({ on }) => on },
  {
    key: 'confirms',
    label: 'Identité confirmée',
    cell: ({ confirms }) => (confirms ? 'Oui, à nouveau' : 'Non'),
  },
  {
    key: 'scope',
    label: 'Portée d’une clé de l’API',
    cell: ({ scope }) => (scope === '' ? 'Aucune' : <code>{scope}</code>),
  },
];

function RightsTable({ url }: { url: string }) {
  return (
    <Table
      id="actions"
      caption="Toutes les actions, qui peut les faire et sur quoi"
      rows={describeRights()}
      columns={rightColumns}
      rowId={({ permission }) => permission}
      url={url}
      empty={<></>}
    />
  );
}

const fieldColumns: Column<FieldRow>[] = [
  { key: 'object', label: 'Fiche', cell: ({ object }) => objectLabels[object] },
  { key: 'field', label: 'Information', primary: true, cell: ({ field }) => fieldLabel(field) },
  {
    key: 'readers',
    label: 'Lue par',
    cell: ({ readers }) => readers.map((reader) => readerLabels[reader]).join(', '),
  },
];

function FieldsTable({ url }: { url: string }) {
  return (
    <Table
      id="informations"
      caption="Qui lit quelle information"
      rows={describeFields()}
      columns={fieldColumns}
      rowId={({ object, field }) => `${object}-${field}`}
      url={url}
      empty={<></>}
    />
  );
}
