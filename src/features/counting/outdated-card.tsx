/** Validated lines that keep the count of a former rule, and the press that recounts them. */
import type { SettableCode } from '#domain/rule-catalogue.ts';
import type { PageRequest } from '#http/route.ts';
import { counted } from '#ui/french.ts';
import { ActionButton, Alert } from '#ui/parts.tsx';
import type { RulePlace } from './place.ts';

export function Outdated({
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
