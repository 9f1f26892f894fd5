/** How long things are kept, whose file will soon go and how to keep it, and what has gone. */
import { formatMonth } from '#domain/month.ts';
import { deedWords, retentionRules } from '#domain/retention-rules.ts';
import type { RetentionMonths, RetentionRule, RetentionRuleCard } from '#domain/retention-rules.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, NumberField, SelectField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';
import { counted } from '#ui/french.ts';
import { Card, DateText, Disclosure, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { Column } from '#ui/table.tsx';
import { Table } from '#ui/table.tsx';
import type { NoticeRow } from './retention-queries.ts';
import { listDone, listNotices, readOwnMonths } from './retention-queries.ts';
import { PrivacyTabs } from './tabs.tsx';

const fresh: FormState = { values: {}, errors: [] };

export async function drawRetention(request: PageRequest): Promise<View> {
  const { ctx, url, form } = request;
  const notices = await listNotices(ctx);
  const months = await readOwnMonths(ctx);
  const gone = await listDone(ctx);
  const setting = form.values['rule'] !== undefined || form.errors.some(({ field }) => field === 'rule');
  const body = (
    <>
      <PageHeading title="Conservation" lead="Rien ne s’efface sans un préavis de trente jours." />
      <PrivacyTabs current="/donnees/conservation" />
      <h2>Fiches qui vont être effacées</h2>
      <Table
        caption="Fiches qui vont être effacées"
        id="fiches"
        rows={notices}
        columns={noticeColumns}
        rowId={({ id }) => id}
        url={url}
        empty={<EmptyState title="Aucune fiche n’arrive à son terme." icon="hourglass" />}
      />
      <h2>Durées</h2>
      <Table
        caption="Durées de conservation"
        id="durees"
        rows={Object.entries(retentionRules).map(([rule, card]) => ({ rule: rule as RetentionRule, card }))}
        columns={columnsFor(months)}
        rowId={({ rule }) => rule}
        url={url}
        empty={<></>}
      />
      <Disclosure summary="Changer une durée" open={setting}>
        <Form
          action="/donnees/conservation"
          formKey={request.key()}
          state={setting ? form : fresh}
          submit="Enregistrer la durée"
        >
          <SelectField
            name="rule"
            label="Durée à changer"
            state={setting ? form : fresh}
            options={Object.entries(retentionRules)
              .filter(([, { chosen }]) => chosen)
              .map(([value, { label, floor, ceiling }]) => ({ value, label, detail: `de ${floor} à ${ceiling} mois` }))}
          />
          <NumberField name="months" label="Nouvelle durée" unit="mois" state={setting ? form : fresh} />
          <TextField name="reason" label="Motif" autocomplete="off" state={setting ? form : fresh} />
        </Form>
      </Disclosure>
      {gone.length > 0 && (
        <Card title="Ce qui a été fait">
          <ul>
            {gone.map(({ deed, month, count }) => (
              <li>
                {formatMonth(month)} : {deedWords[deed].toLowerCase()}, {counted(count, 'fiche')}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
  return { title: 'Conservation', body };
}

const noticeColumns: Column<NoticeRow>[] = [
  {
    key: 'who',
    label: 'Personne',
    primary: true,
    cell: ({ id, name }) => <a href={`/donnees/conservation/${id}`}>{name}</a>,
  },
  { key: 'deed', label: 'Ce qui va se passer', cell: ({ deed }) => deedWords[deed] },
  { key: 'due', label: 'Le', cell: ({ dueOn }) => <DateText date={dueOn} /> },
  { key: 'told', label: 'Annoncé le', cell: ({ notifiedOn }) => <DateText date={notifiedOn} /> },
  {
    key: 'state',
    label: 'État',
    cell: ({ held }) =>
      held ? <Status tone="neutral" label="Gelée" icon="lock" /> : <Status tone="attention" label="À regarder" />,
  },
];

function columnsFor(months: RetentionMonths): Column<{ rule: RetentionRule; card: RetentionRuleCard }>[] {
  return [
    { key: 'label', label: 'Quoi', primary: true, cell: ({ card }) => card.label },
    { key: 'months', label: 'Durée', cell: ({ rule }) => `${months[rule]}\u00A0mois` },
    {
      key: 'bounds',
      label: 'Bornes',
      cell: ({ card: { floor, ceiling, chosen } }) => (chosen ? `${floor} à ${ceiling}\u00A0mois` : 'Fixée'),
    },
    { key: 'end', label: 'À la fin', cell: ({ card }) => card.end },
    { key: 'source', label: 'Source', cell: ({ card }) => card.source },
  ];
}
