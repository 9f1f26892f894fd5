/** The skills passport of a person: what she knows, how well, and where she learnt it; made to be printed and handed over. */
import { may } from '#domain/access.ts';
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { skillLevelCodes, skillLevels } from '#domain/skill-levels.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, SelectField, TextField } from '#ui/form.tsx';
import { ActionButton, Alert, Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import { PrintButton } from '#ui/parts/print-button.tsx';
import { PersonFrame } from '#ui/person-places.tsx';
import { Table } from '#ui/table.tsx';
import type { WalkedContract } from './queries.ts';
import { findOwnPerson, listWalk, nameOf } from './queries.ts';
import type { SkillRow } from './skill-queries.ts';
import { listSkills, lockSkill } from './skill-queries.ts';

export async function drawSkills(request: PageRequest): Promise<View | null> {
  const { ctx, params, form, url, typed } = request;
  const owner = await personOf(request, params['id'] ?? '');
  const person = owner === null ? null : await findOwnPerson(ctx, owner);
  if (person === null) return null;
  await record(ctx, { action: 'skill.read', subjectType: 'person', subjectId: person.id });
  const skills = await listSkills(ctx, person.id);
  const keeps = may(ctx.actor, 'skill.keep').allowed;
  const adding = typed && form.values['label'] !== undefined;
  const body = (
    <>
      <PageHeading
        title="Passeport de compétences"
        lead={`${person.givenName} ${person.familyName}`}
        breadcrumb={[
          { href: `/personnes/${person.id}`, label: nameOf(person) },
          { href: `/personnes/${person.id}/parcours`, label: 'Parcours' },
        ]}
        actions={<PrintButton label="Imprimer le passeport" />}
      />
      <PersonFrame person={person} actor={ctx.actor} place="/competences">
        {!adding && form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
        <Table
          caption="Compétences"
          rows={skills}
          rowId={({ id }) => id}
          url={url}
          empty={
            <EmptyState title="Aucune compétence encore." icon="graduation-cap">
              Notez-les au fil des visites et des évaluations : ce passeport reste à la personne.
            </EmptyState>
          }
          columns={[
            { key: 'label', label: 'Compétence', primary: true, cell: ({ label }) => label },
            { key: 'level', label: 'Niveau', cell: ({ level }) => skillLevels[level] },
            { key: 'where', label: 'Apprise', cell: learntAt },
            { key: 'seen', label: 'Constatée', cell: ({ seenOn }) => formatShortDay(seenOn) },
            {
              key: 'actions',
              label: 'Action',
              actions: true,
              cell: ({ id, label }) =>
                keeps && (
                  <ActionButton
                    action={`/competences/${id}/retirer`}
                    formKey={request.key()}
                    kind="quiet"
                    size="small"
                    about={label}
                  >
                    Retirer
                  </ActionButton>
                ),
            },
          ]}
        />
        {keeps && (
          <div class="no-print">
            <Adding request={request} person={person.id} contracts={await listWalk(ctx, person.id)} adding={adding} />
          </div>
        )}
      </PersonFrame>
    </>
  );
  return { title: 'Passeport de compétences', body };
}

/** After a refusal the path names the skill, not the person. */
async function personOf({ ctx, url }: PageRequest, id: string): Promise<string | null> {
  return url.startsWith('/competences/') ? ((await lockSkill(ctx, id))?.personId ?? null) : id;
}

function Adding(props: {
  request: PageRequest;
  person: string;
  contracts: readonly WalkedContract[];
  adding: boolean;
}) {
  const { request, person, contracts, adding } = props;
  const state = adding ? request.form : { values: {}, errors: [] };
  return (
    <Card title="Ajouter une compétence">
      <Form
        action={`/personnes/${person}/competences`}
        formKey={request.key()}
        state={state}
        submit="Ajouter"
        submitIcon="plus"
      >
        <TextField name="label" label="Compétence" autocomplete="off" state={state} />
        <SelectField
          name="level"
          label="Niveau"
          state={state}
          options={skillLevelCodes.map((value) => ({ value, label: skillLevels[value] }))}
        />
        <SelectField
          name="contract"
          label="Apprise pendant"
          placeholder="Un autre endroit"
          optional
          state={state}
          options={contracts.map(({ id, type, company, startsOn }) => ({
            value: id,
            label: `${contractTypes[type].label}, ${company}`,
            detail: formatShortDay(startsOn),
          }))}
        />
        <TextField
          name="place"
          label="Ou ailleurs"
          help="Une formation, un pays, la vie."
          optional
          autocomplete="off"
          state={state}
        />
        <DateField name="seenOn" label="Constatée le" value={parisDay(request.ctx.now)} state={state} />
      </Form>
    </Card>
  );
}

function learntAt({ company, market, place }: SkillRow): string {
  return [company, market, place].filter((text) => text !== null && text !== '').join(', ') || 'Ailleurs';
}
