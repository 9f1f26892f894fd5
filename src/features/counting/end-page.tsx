/** Ending a setting: its last day. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { cardOf, isSettable } from '#domain/rule-catalogue.ts';
import type { RuleValue } from '#domain/typed-rule.ts';
import { ruleSentence } from '#domain/rule-sentence.ts';
import type { PageRequest, View } from '#http/route.ts';
import { DateField, Form } from '#ui/form.tsx';
import { PageHeading } from '#ui/parts.tsx';
import { placeOfSetting } from './own-setting.ts';
import { title } from './list-page.tsx';
import { lockOwnSetting } from './queries.ts';

export async function drawEndSetting(request: PageRequest): Promise<View | null> {
  const { ctx, form, typed } = request;
  const setting = await lockOwnSetting(ctx, request.params['id'] ?? '');
  const place = setting === null ? null : await placeOfSetting(ctx, setting);
  if (setting === null || place === null || !isSettable(setting.code)) return null;
  const back = `${place.path}/regle?regle=${setting.code}`;
  const state = typed ? form : { values: { untilDay: parisDay(ctx.now) }, errors: [] };
  const body = (
    <>
      <PageHeading
        title="Terminer ce réglage"
        breadcrumb={[
          ...place.trail,
          { href: place.path, label: title },
          { href: back, label: cardOf(setting.code).label },
        ]}
        lead={`${ruleSentence(setting.code, setting.value as RuleValue)}, depuis le ${formatShortDay(setting.fromDay)}. Ensuite, le niveau suivant s’appliquera.`}
      />
      <Form
        action={`/regles/${setting.id}/terminer`}
        formKey={request.key()}
        state={state}
        submit="Terminer"
        cancel={{ href: back, label: 'Annuler' }}
      >
        <DateField name="untilDay" label="Dernier jour" state={state} />
      </Form>
    </>
  );
  return { title: 'Terminer un réglage', body, width: 'form' };
}
