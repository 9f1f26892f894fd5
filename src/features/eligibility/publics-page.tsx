/** The publics of a market: the plain list for companies, and for whoever looks after it what the market changes and why. */
import { may } from '#domain/access.ts';
import { clauseCriteria, clauseCriterion } from '#domain/clause-criteria.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatHundredths } from '#domain/french-number.ts';
import { profilesOf, publicEffects, publicsOf } from '#domain/market-publics.ts';
import type { PublicEffect } from '#domain/market-publics.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, FieldPair, Form, NumberField, SelectField, TextField } from '#ui/form.tsx';
import { ActionButton, Alert, Card, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import { MarketTabs } from '#ui/market-places.tsx';
import { Table } from '#ui/table.tsx';
import type { MarketOfPublics, PublicRuleRow } from './publics-queries.ts';
import { findMarketOfPublics, findPublicRule, listPublicRules } from './publics-queries.ts';

export async function drawPublics(request: PageRequest): Promise<View | null> {
  return drawPublicsOf(request, request.params['id'] ?? '');
}

/** After a rule that could not be removed or put back. */
export async function drawPublicsOfRule(request: PageRequest): Promise<View | null> {
  const rule = await findPublicRule(request.ctx, request.params['id'] ?? '');
  const market = rule && (await findMarketOfPublics(request.ctx, rule.marketId));
  return market?.managed === true ? drawPublicsOf(request, market.id) : null;
}

async function drawPublicsOf(request: PageRequest, id: string): Promise<View | null> {
  const { ctx } = request;
  const market = await findMarketOfPublics(ctx, id);
  if (market === null) return null;
  const rules = await listPublicRules(ctx, id);
  const today = parisDay(ctx.now);
  const writes = market.managed && may(ctx.actor, 'publics.write').allowed;
  const profiles = profilesOf(publicsOf(rules, { lotId: null, day: today }));
  const trail = may(ctx.actor, 'party.contact').allowed
    ? [{ href: '/mes-marches', label: 'Mes marchés' }]
    : [
        { href: '/marches', label: 'Marchés' },
        { href: `/marches/${market.id}`, label: market.object },
      ];
  const body = (
    <>
      <PageHeading
        title="Publics visés"
        breadcrumb={trail}
        lead={`${market.object}. Un seul de ces profils suffit ; le facilitateur valide chaque personne avant que ses heures comptent.`}
      />
      {writes && <MarketTabs market={market.id} current="/publics" />}
      <Card title="Profils" aside={String(profiles.length)}>
        <ul class="bullets in-two">
          {profiles.map(({ label, first }) => (
            <li>
              {label} {first && <Status tone="progress" label="Prioritaire" />}
            </li>
          ))}
        </ul>
      </Card>
      {market.managed && <Rules rules={rules} request={request} writes={writes} />}
      {writes && <NewRule market={market} request={request} today={today} />}
    </>
  );
  return { title: 'Publics visés', body };
}

function Rules({ rules, request, writes }: { rules: readonly PublicRuleRow[]; request: PageRequest; writes: boolean }) {
  const { errors, values } = request.form;
  return (
    <section class="stack">
      <h2>Ce que ce marché change</h2>
      {values['effect'] === undefined && errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      <Table
        caption="Règles propres à ce marché"
        rows={rules}
        rowId={({ id }) => id}
        url={request.url}
        empty={
          <EmptyState title="Rien de particulier." icon="users">
            Les publics habituels de la clause sont admis.
          </EmptyState>
        }
        columns={[
          { key: 'regle', label: 'Règle', primary: true, cell: ruleWords },
          {
            key: 'pour',
            label: 'Pour',
            cell: ({ lotNumber }) => (lotNumber === null ? 'Tout le marché' : `Lot ${lotNumber}`),
          },
          {
            key: 'dates',
            label: 'Dates',
            cell: ({ fromDay, untilDay }) =>
              untilDay === null
                ? `depuis le ${formatShortDay(fromDay)}`
                : `du ${formatShortDay(fromDay)} au ${formatShortDay(untilDay)}`,
          },
          { key: 'source', label: 'Source', cell: ({ source }) => source },
          {
            key: 'actions',
            label: 'Actions',
            actions: true,
            cell: (rule) =>
              writes && (
                <ActionButton
                  action={`/publics/${rule.id}/retirer`}
                  formKey={request.key()}
                  kind="quiet"
                  size="small"
                  about={ruleWords(rule)}
                >
                  Retirer
                </ActionButton>
              ),
          },
        ]}
      />
    </section>
  );
}

function ruleWords({ effect, criterion, label, shareBasisPoints }: PublicRuleRow): string {
  const name = clauseCriterion(criterion)?.label ?? criterion;
  const words: Record<PublicEffect, string> = {
    added: `Admet aussi\u00A0: ${label}`,
    excluded: `N’admet pas\u00A0: ${name}`,
    prioritised: `En priorité\u00A0: ${name}`,
    quota: `${formatHundredths(shareBasisPoints ?? 0)}\u00A0% des heures pour\u00A0: ${name}`,
  };
  return words[effect];
}

function NewRule({ market, request, today }: { market: MarketOfPublics; request: PageRequest; today: string }) {
  const state =
    request.form.values['effect'] === undefined && !request.typed ? { values: {}, errors: [] } : request.form;
  return (
    <Card title="Ajouter une règle">
      <Form action={`/marches/${market.id}/publics`} formKey={request.key()} state={state} submit="Ajouter la règle">
        <FieldPair>
          <SelectField
            name="effect"
            label="Ce que le marché change"
            state={state}
            options={Object.entries(publicEffects).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="lotId"
            label="Pour"
            placeholder="Tout le marché"
            optional
            state={state}
            options={market.lots.map(({ id, number, title }) => ({ value: id, label: `Lot ${number}, ${title}` }))}
          />
        </FieldPair>
        <FieldPair>
          <SelectField
            name="criterion"
            label="Public"
            help="Sauf pour un profil ajouté."
            optional
            state={state}
            options={clauseCriteria.map(({ code, label }) => ({ value: code, label }))}
          />
          <TextField
            name="label"
            label="Profil ajouté"
            help="Exemple : jeunes diplômés."
            optional
            autocomplete="off"
            maxlength={80}
            state={state}
          />
        </FieldPair>
        <NumberField
          name="share"
          label="Part des heures"
          unit="%"
          decimal
          optional
          help="Seulement pour demander une part."
          state={state}
        />
        <FieldPair>
          <DateField name="fromDay" label="À partir du" value={today} state={state} />
          <DateField name="untilDay" label="Jusqu’au" optional state={state} />
        </FieldPair>
        <TextField
          name="source"
          label="Pièce qui le dit"
          help="Exemple : CCAP, article 6.2."
          autocomplete="off"
          state={state}
        />
      </Form>
    </Card>
  );
}
