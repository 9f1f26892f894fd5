/** One rule at one place: who says what, a new value from a day on, and the history of what was set here. */
import { may } from '#domain/access.ts';
import type { CountingBook } from '#domain/counting-rules.ts';
import { resolveRule, ruleLevels } from '#domain/dated-rules.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { SettableCode } from '#domain/rule-catalogue.ts';
import { cardOf, isSettable, ruleEffects } from '#domain/rule-catalogue.ts';
import { ruleSentence, typedOf } from '#domain/typed-rule.ts';
import { bookOf } from '#db/counting-book.ts';
import type { SettingRow } from '#db/counting-settings.ts';
import { readSettings } from '#db/counting-settings.ts';
import type { Moved, PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Button, Card, PageHeading, ActionButton, Alert } from '#ui/parts.tsx';
import { DateField, Form, TextField } from '#ui/form.tsx';
import { SettingsHistory } from './history-card.tsx';
import { levelLabels } from './levels.ts';
import { title } from './list-page.tsx';
import type { RulePlace } from './place.ts';
import { countingPlace, placeOf } from './place.ts';
import { authorsOf, organisationNames } from './queries.ts';
import type { Recounting } from './recounting.ts';
import { RuleFields } from './rule-fields.tsx';

/** A rule nobody may set leads to the list of those one may. */
export async function drawRule(request: PageRequest, recounting: Recounting): Promise<View | Moved | null> {
  const { ctx, query, form, typed } = request;
  const code = String(form.values['regle'] ?? query.get('regle') ?? '');
  const place = await placeOf(request);
  if (place === null) return null;
  if (!isSettable(code)) return { to: place.path };
  const settings = (await readSettings(ctx, countingPlace(place))).filter((row) => row.code === code);
  const here = settings.filter((row) => row.level === place.level).toReversed();
  const card = cardOf(code);
  const today = parisDay(ctx.now);
  const outdated = query.has('verifier') ? await countOutdated(request, { place, code, recounting }) : 0;
  const authors = await authorsOf(
    ctx,
    here.map(({ createdBy }) => createdBy).filter((id) => id !== null),
  );
  const houses = await organisationNames(
    ctx,
    here.map(({ organisationId }) => organisationId),
  );
  const state = typed ? form : { values: startOf(settings, { code, today }), errors: [] };
  const body = (
    <>
      <PageHeading
        title={card.label}
        breadcrumb={[...place.trail, { href: place.path, label: title }]}
        lead={card.help}
      />
      {!place.writes && form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      {outdated > 0 && <Outdated request={request} place={place} code={code} lines={outdated} />}
      <Levels settings={settings} code={code} today={today} />
      {place.writes && (
        <Card title="Régler une autre valeur" aside={place.title}>
          <Form
            action={`${place.path}/regle`}
            formKey={request.key()}
            hidden={{ regle: code }}
            state={state}
            more={
              <>
                <Button kind="primary" name="simulate" value="oui">
                  Voir l’effet
                </Button>
                <Button>Enregistrer</Button>
              </>
            }
            cancel={{ href: place.path, label: 'Annuler' }}
          >
            <RuleFields card={card} state={state} />
            <DateField name="fromDay" label="À partir du" state={state} />
            <TextField
              name="source"
              label="Source"
              help="Le texte qui le dit, par exemple CCAP, article 7.2."
              maxlength={200}
              autocomplete="off"
              state={state}
            />
          </Form>
        </Card>
      )}
      <SettingsHistory request={request} rows={here} code={code} place={place} authors={authors} houses={houses} />
      <p class="soft">{ruleEffects[card.effect]}</p>
    </>
  );
  return { title: `${title}\u00A0: ${card.label}`, body, width: 'form' };
}

/** The value in force, to be changed; a source is never reused without being read. */
function startOf(
  settings: readonly SettingRow[],
  { code, today }: { code: SettableCode; today: string },
): Record<string, string> {
  const general = code.startsWith('counting-window.') ? ('counting-window' as const) : code;
  const book = bookOf(settings);
  const own = resolveRule({ book, code, day: today });
  const found = own.ok ? own : resolveRule({ book, code: general, day: today });
  return { ...(found.ok && typedOf(code, found.value.value)), fromDay: today };
}

async function countOutdated(
  { ctx }: PageRequest,
  { place, code, recounting }: { place: RulePlace; code: SettableCode; recounting: Recounting },
): Promise<number> {
  if (cardOf(code).effect !== 'count' || !may(ctx.actor, 'hours.review').allowed) return 0;
  return recounting.outdated(ctx, { scope: { market: place.marketId, lot: place.lotId }, code });
}

function Outdated({
  request,
  place,
  code,
  lines,
}: {
  request: PageRequest;
  place: RulePlace;
  code: SettableCode;
  lines: number;
}) {
  return (
    <Alert
      tone="attention"
      title={`${counted(lines, 'ligne validée garde', 'lignes validées gardent')} l’ancien décompte`}
    >
      <p>Rien n’est recompté sans vous. Les lignes déjà remises dans un état ne changent jamais.</p>
      <ActionButton
        action={`${place.path}/recompter`}
        formKey={request.key()}
        hidden={{ regle: code }}
        confirm={{
          title: 'Recompter ces lignes\u00A0?',
          text: 'Les heures réparties vers d’autres lots reviendront sur le leur\u00A0: répartissez-les ensuite de nouveau.',
          label: 'Recompter',
        }}
      >
        Recompter
      </ActionButton>
    </Alert>
  );
}

/** Level by level, nearest first; the first that says something is applied. */
function Levels({ settings, code, today }: { settings: readonly SettingRow[]; code: SettableCode; today: string }) {
  const book = bookOf(settings);
  const said = ruleLevels.flatMap((level) => {
    const alone: CountingBook = { [level]: book[level] ?? [] };
    const found = resolveRule({ book: alone, code, day: today });
    return found.ok ? [{ ...found.value, level }] : [];
  });
  return (
    <Card title="Qui dit quoi aujourd’hui">
      {said.length === 0 ? (
        <p class="soft">Aucun niveau ne dit rien pour ce contrat\u00A0: il suit le cas général.</p>
      ) : (
        <table class="plain-table">
          <caption class="visually-hidden">Valeur de chaque niveau</caption>
          <thead>
            <tr>
              <th scope="col">Niveau</th>
              <th scope="col">Valeur</th>
              <th scope="col">Source</th>
              <th scope="col">Depuis</th>
            </tr>
          </thead>
          <tbody>
            {said.map(({ level, value, source, version }, index) => (
              <tr>
                <th scope="row">
                  {levelLabels[level]}
                  {index === 0 && <small>Appliqué</small>}
                </th>
                <td class={index === 0 ? 'differs' : ''}>{ruleSentence(code, value)}</td>
                <td>{source}</td>
                <td>{formatShortDay(version.split('/')[2] ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
