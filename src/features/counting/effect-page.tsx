/** What a setting would change, before it is written: the value before and after, and the lines it reaches. */
import { formatShortDay } from '#domain/day.ts';
import { cardOf } from '#domain/rule-catalogue.ts';
import { ruleSentence } from '#domain/rule-sentence.ts';
import type { PageRequest, View } from '#http/route.ts';
import { Form } from '#ui/form.tsx';
import { Alert, Card, DefinitionList, PageHeading } from '#ui/parts.tsx';
import { effectSentence } from './effect-sentence.ts';
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
      <Alert tone="info" title={effectSentence(told)}>
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
