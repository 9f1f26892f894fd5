/** One rule at one place: who says what, a new value from a day on, and the history of what was set here. */
import { may } from '#domain/access.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import { parisDay } from '#domain/day.ts';
import type { SettableCode } from '#domain/rule-catalogue.ts';
import { cardOf, isSettable, ruleEffects } from '#domain/rule-catalogue.ts';
import { typedOf } from '#domain/rule-sentence.ts';
import { bookOf } from '#db/counting-book.ts';
import type { SettingRow } from '#db/counting-settings.ts';
import { readSettings } from '#db/counting-settings.ts';
import type { Moved, PageRequest, View } from '#http/route.ts';
import { Alert, Button, Card, PageHeading } from '#ui/parts.tsx';
import { DateField, Form, TextField } from '#ui/form.tsx';
import { SettingsHistory } from './history-card.tsx';
import { title } from './list-page.tsx';
import type { RulePlace } from './place.ts';
import { countingPlace, placeOf } from './place.ts';
import { authorsOf, organisationNames } from './queries.ts';
import type { Recounting } from './recounting.ts';
import { RuleFields } from './rule-fields.tsx';
import { Levels } from './levels-card.tsx';
import { Outdated } from './outdated-card.tsx';

/** The one most asked about, when the address names none. */
const firstRule: SettableCode = 'retroactivity';

/** A rule nobody may set leads to the list of those one may. */
export async function drawRule(request: PageRequest, recounting: Recounting): Promise<View | Moved | null> {
  const { ctx, query, form, typed } = request;
  const code = String(form.values['regle'] ?? query.get('regle') ?? firstRule);
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
      <Levels settings={settings} code={code} today={today} url={request.url} />
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
            <p class="soft">{ruleEffects[card.effect]}</p>
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
