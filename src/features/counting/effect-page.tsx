/** What a setting would change, before it is written: the value before and after, and the lines it reaches. */
import { formatShortDay } from '#domain/day.ts';
import { cardOf, ruleEffects } from '#domain/rule-catalogue.ts';
import { ruleSentence } from '#domain/typed-rule.ts';
import type { PageRequest, View } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { Form } from '#ui/form.tsx';
import { Alert, Card, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { title } from './list-page.tsx';
import type { RuleEffect } from './set-rule.ts';

export function effectView(told: RuleEffect, request: PageRequest): View {
  const { place, code, before, after, fromDay, source } = told;
  const { simulate: _, ...typed } = told.typed;
  const back = `${place.path}/regle?regle=${code}`;
  const body = (
    <>
      <PageHeading
        title="Effet du réglage"
        breadcrumb={[...place.trail, { href: place.path, label: title }, { href: back, label: cardOf(code).label }]}
        lead={place.title}
      />
      <Alert tone="info" title={sentenceOf(told)}>
        {told.effect.kind === 'none' ? undefined : (
          <p>Les lignes déjà remises dans un état ne changent jamais. Rien n’est recompté sans vous.</p>
        )}
      </Alert>
      <Card title="Avant et après">
        <DefinitionList
          items={[
            { term: 'Avant', value: before === null ? 'Le cas général' : ruleSentence(code, before) },
            { term: `À partir du ${formatShortDay(fromDay)}`, value: ruleSentence(code, after) },
            { term: 'Source', value: source },
          ]}
        />
      </Card>
      <Form
        action={`${place.path}/regle`}
        formKey={request.key()}
        hidden={typed}
        submit="Enregistrer ce réglage"
        cancel={{ href: back, label: 'Abandonner' }}
      />
    </>
  );
  return { title: 'Effet du réglage', body, width: 'form' };
}

function sentenceOf({ effect, code }: RuleEffect): string {
  if (effect.kind === 'none') return ruleEffects[cardOf(code).effect];
  if (effect.kind === 'unsealed') {
    return effect.lines === 0
      ? 'Aucune ligne non scellée n’est concernée.'
      : `${counted(effect.lines, 'ligne non scellée sera relue', 'lignes non scellées seront relues')} selon ce réglage par la structure de facilitation.`;
  }
  const { validated, submitted, partial } = effect.preview;
  const lines = validated + submitted;
  if (lines === 0) return 'Ce réglage ne changerait le décompte d’aucune ligne non scellée.';
  const least = partial ? 'au moins ' : '';
  return `Ce réglage changerait le décompte de ${least}${counted(lines, 'ligne non scellée', 'lignes non scellées')}\u00A0: ${counted(validated, 'validée')}, ${counted(submitted, 'à valider', 'à valider')}.`;
}
