/** Two files side by side: what each holds, which value to keep where they differ, then one press to merge or to tell apart. */
import { formatShortDay } from '#domain/day.ts';
import type { MergedField } from '#domain/person-merge.ts';
import { differingFields, mergedFields, mergedFieldNames, mergeUndoDays } from '#domain/person-merge.ts';
import { formatPhone } from '#domain/phone.ts';
import { record } from '#db/audit.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form, RadioCards } from '#ui/form.tsx';
import { ActionButton, Alert, ButtonLink, Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { duplicateTrail } from './list-page.tsx';
import type { PersonFile, Twin } from './queries.ts';
import { findFile, listTwins } from './queries.ts';

export async function drawComparison(request: PageRequest): Promise<View | null> {
  const { ctx } = request;
  const kept = await findFile(ctx, request.params['id'] ?? '');
  if (kept === null) return null;
  await record(ctx, { action: 'person.read', subjectType: 'person', subjectId: kept.id });
  const twins = await listTwins(ctx, kept);
  const asked = String(request.form.values['avec'] ?? request.query.get('avec') ?? '');
  const named = twins.find(({ id }) => id === asked) ?? (isUuid(asked) ? await findFile(ctx, asked) : null);
  const other = named !== null && named.id !== kept.id ? named : (twins[0] ?? null);
  if (other !== null) await record(ctx, { action: 'person.read', subjectType: 'person', subjectId: other.id });
  const body = (
    <>
      <PageHeading title="Comparer deux fiches" breadcrumb={duplicateTrail} />
      {other === null ? (
        <EmptyState
          title="Aucune autre fiche ne lui ressemble."
          icon="circle-check"
          actions={<a href="/doublons">Doublons</a>}
        />
      ) : (
        <>
          <SideBySide kept={kept} other={other} url={request.url} />
          <MergeForm request={request} kept={kept} other={other} />
          <Others kept={kept} shown={other.id} twins={twins} />
        </>
      )}
    </>
  );
  return { title: 'Comparer deux fiches', body };
}

function SideBySide({ kept, other, url }: { kept: PersonFile; other: PersonFile; url: string }) {
  const rows: { label: string; of(file: PersonFile): string }[] = [
    ...mergedFieldNames.map((field) => ({ label: mergedFields[field], of: (file: PersonFile) => shown(field, file) })),
    { label: 'Contrats', of: ({ contracts }) => String(contracts) },
    { label: 'Propositions', of: ({ referrals }) => String(referrals) },
    {
      label: 'Éligible jusqu’au',
      of: ({ eligibleUntil }) => (eligibleUntil === null ? 'Aucune décision' : formatShortDay(eligibleUntil)),
    },
  ];
  return (
    <>
      <Table
        id="comparaison"
        caption="Les deux fiches côte à côte"
        rows={rows}
        rowId={({ label }) => label.replaceAll(/\W+/gu, '-')}
        url={url}
        columns={[
          { key: 'champ', label: 'Champ', primary: true, cell: ({ label }) => label },
          { key: 'gardee', label: 'Fiche gardée', cell: ({ of }) => of(kept) || <span class="soft">Vide</span> },
          { key: 'autre', label: 'Fiche fusionnée', cell: ({ of }) => of(other) || <span class="soft">Vide</span> },
        ]}
        empty={null}
      />
      <div class="row">
        <ButtonLink href={`/doublons/${other.id}?avec=${kept.id}`} size="small">
          Garder plutôt l’autre
        </ButtonLink>
        <ButtonLink href={`/personnes/${kept.id}`} size="small" kind="quiet">
          Ouvrir la fiche gardée
        </ButtonLink>
        <ButtonLink href={`/personnes/${other.id}`} size="small" kind="quiet">
          Ouvrir l’autre fiche
        </ButtonLink>
      </div>
    </>
  );
}

function MergeForm({ request, kept, other }: { request: PageRequest; kept: PersonFile; other: PersonFile }) {
  const fields = differingFields(kept, other);
  const stale = request.refusal?.because === 'changed-meanwhile';
  return (
    <Card title="C’est la même personne">
      {stale && <Alert tone="attention">L’une des fiches vient de changer. Relisez-les, puis recommencez.</Alert>}
      <p>
        Contrats, heures, éligibilité et propositions rejoignent la fiche gardée. Vous pourrez annuler pendant{' '}
        {mergeUndoDays} jours.
      </p>
      <Form
        action={`/doublons/${kept.id}/fusionner`}
        formKey={request.key()}
        version={kept.version}
        hidden={{ avec: other.id, versionAvec: String(other.version) }}
        state={request.form}
        submit="Fusionner"
        blocked="la fusion"
        cancel={{ href: '/doublons', label: 'Plus tard' }}
      >
        {fields.map((field) => (
          <RadioCards
            name={`choix-${field}`}
            label={mergedFields[field]}
            value="gardee"
            options={[
              { value: 'gardee', label: shown(field, kept), detail: 'Fiche gardée' },
              { value: 'autre', label: shown(field, other), detail: 'Fiche fusionnée' },
            ]}
            state={request.form}
          />
        ))}
      </Form>
      <ActionButton
        action={`/doublons/${kept.id}/distinguer`}
        formKey={request.key()}
        hidden={{ avec: other.id }}
        kind="quiet"
      >
        Ce sont deux personnes
      </ActionButton>
    </Card>
  );
}

function Others({ kept, shown: current, twins }: { kept: PersonFile; shown: string; twins: readonly Twin[] }) {
  const rest = twins.filter(({ id }) => id !== current);
  if (rest.length === 0) return <></>;
  return (
    <Card title="Autres fiches proches">
      <ul>
        {rest.map(({ id, familyName, givenName }) => (
          <li>
            <a href={`/doublons/${kept.id}?avec=${id}`}>{`${familyName} ${givenName}`}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function shown(field: MergedField, file: PersonFile): string {
  const value = file[field] ?? '';
  if (value === '') return '';
  if (field === 'birthDate') return formatShortDay(value);
  return field === 'phone' ? formatPhone(value) : value;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
}
