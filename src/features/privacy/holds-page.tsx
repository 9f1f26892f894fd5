/** Freezes: what must stay although its time has come, why, by whom and until when. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form, SelectField, TextField } from '#ui/form.tsx';
import { ActionButton, Card, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { grounds } from './input.ts';
import { findChosen } from './request-queries.ts';
import type { HoldRow, HoldTarget } from './hold-queries.ts';
import { listHoldMarkets, listHolds } from './hold-queries.ts';
import { PrivacyTabs } from './tabs.tsx';

export async function drawHolds(request: PageRequest): Promise<View> {
  const { ctx, form } = request;
  const holds = await listHolds(ctx);
  const targets = await targetsOf(request);
  const chosen = request.query.get('cible') ?? '';
  const body = (
    <>
      <PageHeading
        title="Gels"
        lead="Un litige, un contrôle ou un financement européen oblige parfois à garder. Le gel a un motif, un auteur et une fin."
      />
      <PrivacyTabs current="/donnees/gels" />
      {holds.length === 0 ? (
        <Card>
          <EmptyState title="Aucun gel." icon="lock" />
        </Card>
      ) : (
        holds.map((hold) => <Hold hold={hold} request={request} />)
      )}
      <h2>Nouveau gel</h2>
      <Form action="/donnees/gels" formKey={request.key()} state={form} submit="Geler" submitIcon="lock">
        <SelectField name="cible" label="Ce qui est gelé" state={form} options={targets} value={chosen} />
        <SelectField
          name="ground"
          label="Motif"
          state={form}
          options={Object.entries(grounds).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="reason" label="Pourquoi" autocomplete="off" state={form} />
        <DateField name="untilDay" label="Dernier jour" state={form} min={parisDay(ctx.now)} />
      </Form>
    </>
  );
  return { title: 'Gels', body, width: 'form' };
}

async function targetsOf({ ctx, query, form }: PageRequest): Promise<HoldTarget[]> {
  const typed = form.values['cible'];
  const asked = typeof typed === 'string' ? typed : (query.get('cible') ?? '');
  const person = asked.startsWith('person:') ? await findChosen(ctx, asked.slice('person:'.length)) : null;
  const own = person === null ? [] : [{ value: `person:${person.id}`, label: person.name, group: 'Personne' }];
  return [...own, ...(await listHoldMarkets(ctx))];
}

function Hold({ hold, request }: { hold: HoldRow; request: PageRequest }) {
  const { id, ground, reason, untilDay, author, person, market, liftedOn, createdAt, version } = hold;
  const over = untilDay < parisDay(request.ctx.now);
  const state =
    liftedOn !== null
      ? ({ tone: 'neutral', label: `Levé le ${formatShortDay(liftedOn)}` } as const)
      : over
        ? ({ tone: 'neutral', label: 'Terminé' } as const)
        : ({ tone: 'attention', label: `Jusqu’au ${formatShortDay(untilDay)}` } as const);
  return (
    <Card
      title={market ?? person ?? 'Personne'}
      aside={<Status {...state} />}
      actions={
        liftedOn === null &&
        !over && (
          <ActionButton
            action={`/donnees/gels/${id}/lever`}
            formKey={request.key()}
            hidden={{ version: String(version) }}
            size="small"
            confirm={{
              title: 'Lever ce gel ?',
              text: 'Ce dont la durée est passée sera annoncé puis effacé.',
              label: 'Lever le gel',
            }}
          >
            Lever le gel
          </ActionButton>
        )
      }
    >
      <DefinitionList
        items={[
          { term: 'Motif', value: grounds[ground] },
          { term: 'Pourquoi', value: reason },
          {
            term: 'Décidé',
            value: `le ${formatShortDay(parisDay(createdAt))}${author === null ? '' : ` par ${author}`}`,
          },
        ]}
      />
    </Card>
  );
}
