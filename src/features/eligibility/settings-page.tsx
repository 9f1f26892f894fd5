/** The thresholds a structure may adjust, each with the value in force, where it comes from, and how sure the source is. */
import { organisationOf } from '#domain/actor.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import type { Certainty } from '#domain/dated-rules.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { levelWords } from '#domain/eligibility-window.ts';
import { nationalEligibilityRules } from '#domain/eligibility-rules.ts';
import { eligibilityBook } from '#db/eligibility-book.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, FieldPair, Form, SelectField, TextField } from '#ui/form.tsx';
import { Card, PageHeading } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { adjustableCodes, adjustables } from './settings.ts';
import type { AdjustableCode } from './settings.ts';

const certainties: Record<Certainty, string> = {
  stated: 'écrit dans la source',
  seen: 'lu dans la source',
  secondary: 'lu dans une source seconde',
  memory: 'de mémoire, à confirmer',
  'weak-memory': 'incertain, à confirmer',
  design: 'choix de Guichet',
};

export async function drawSettings(request: PageRequest): Promise<View> {
  const { ctx, form, url } = request;
  const book = await eligibilityBook(ctx, organisationOf(ctx.actor));
  const today = parisDay(ctx.now);
  const rows = adjustableCodes.map((code) => ({ code, rule: resolveRule({ book, code, day: today }) }));
  const formats = nationalEligibilityRules.filter(
    ({ code }) => code === 'pass-iae-number' || code === 'france-travail-number',
  );
  const body = (
    <>
      <PageHeading
        title="Règles d’éligibilité"
        breadcrumb={[{ href: '/organisation', label: 'Mon organisation' }]}
        lead="Les valeurs de votre structure. Un changement vaut pour les décisions à venir ; celles déjà prises gardent la leur."
      />
      <Table
        caption="Valeurs en vigueur"
        rows={rows}
        rowId={({ code }) => code}
        url={url}
        empty=""
        columns={[
          { key: 'regle', label: 'Règle', primary: true, cell: ({ code }) => adjustables[code].label },
          {
            key: 'valeur',
            label: 'Valeur',
            cell: ({ code, rule }) => (rule.ok ? adjustables[code].words(rule.value.value as never) : ''),
          },
          {
            key: 'source',
            label: 'Source',
            cell: ({ rule }) =>
              rule.ok && (
                <>
                  {rule.value.source}
                  <small class="soft">{`${levelWords[rule.value.level]}, ${certainties[rule.value.certainty]}`}</small>
                </>
              ),
          },
        ]}
      />
      <Card title="Changer une valeur">
        <Form action="/organisation/eligibilite" formKey={request.key()} state={form} submit="Enregistrer le réglage">
          <FieldPair>
            <SelectField
              name="code"
              label="Règle"
              state={form}
              options={adjustableCodes.map((code: AdjustableCode) => ({ value: code, label: adjustables[code].label }))}
            />
            <TextField name="value" label="Nouvelle valeur" autocomplete="off" size="short" state={form} />
          </FieldPair>
          <ul class="bullets soft">
            {adjustableCodes.map((code) => (
              <li>{`${adjustables[code].label}. ${adjustables[code].help}`}</li>
            ))}
          </ul>
          <FieldPair>
            <DateField name="fromDay" label="À partir du" value={today} state={form} />
            <TextField
              name="source"
              label="Source"
              help="Exemple : convention du 12/03/2026."
              autocomplete="off"
              state={form}
            />
          </FieldPair>
        </Form>
      </Card>
      <Card title="Formats des numéros">
        <ul class="bullets">
          {formats.map(({ code, source, certainty = 'stated', from }) => (
            <li>
              {code === 'pass-iae-number' ? 'PASS IAE' : 'Identifiant France Travail'}
              {`\u00A0: ${source}, depuis le ${formatShortDay(from)} (${certainties[certainty]}).`}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
  return { title: 'Règles d’éligibilité', body };
}
