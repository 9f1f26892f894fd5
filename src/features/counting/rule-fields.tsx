/** The fields of one rule, by the shape of its value. */
import type { RuleCard } from '#domain/rule-catalogue.ts';
import { FieldPair, NumberField, RadioCards, SelectField } from '#ui/form.tsx';
import type { FormState } from '#ui/form.tsx';

const windowKinds = [
  { value: 'months', label: 'Un nombre de mois' },
  { value: 'contract-end', label: 'La durée du contrat de travail, au plus' },
  { value: 'market-end', label: 'Jusqu’à la fin du marché, au plus' },
];

export function RuleFields({ card, state }: { card: RuleCard; state: FormState }) {
  switch (card.shape) {
    case 'choice': {
      const options = Object.entries(card.choices ?? {}).map(([value, label]) => ({ value, label }));
      return <RadioCards name="choice" label="Valeur" options={options} state={state} />;
    }
    case 'window':
      return (
        <>
          <SelectField name="windowKind" label="Durée" options={windowKinds} state={state} />
          <NumberField name="months" label="Mois" help="Par exemple 24." unit="mois" state={state} />
        </>
      );
    case 'training':
      return (
        <>
          <RadioCards
            name="counted"
            label="Les heures de formation comptent"
            options={[
              { value: 'oui', label: 'Oui' },
              { value: 'non', label: 'Non' },
            ]}
            state={state}
          />
          <NumberField
            name="cap"
            label="Dans la limite de"
            help="Part des heures du contrat, par exemple 20. Sans limite, écrivez 100."
            unit="%"
            decimal
            optional
            state={state}
          />
        </>
      );
    case 'limit':
      return (
        <FieldPair>
          <Hours name="week" label="Par semaine" state={state} />
          <Hours name="day" label="Par jour" state={state} />
        </FieldPair>
      );
    case 'hours':
      return <Hours name="hours" label="Durée" state={state} />;
    case 'full-time':
      return (
        <>
          <FieldPair>
            <Hours name="year" label="Par an" state={state} />
            <Hours name="month" label="Par mois" state={state} />
          </FieldPair>
          <FieldPair>
            <Hours name="week" label="Par semaine" state={state} />
            <Hours name="day" label="Par jour" state={state} />
          </FieldPair>
        </>
      );
    case 'thresholds':
      return (
        <FieldPair>
          <NumberField name="onTrack" label="En bonne voie dès" unit="%" decimal state={state} />
          <NumberField name="toWatch" label="À surveiller dès" unit="%" decimal state={state} />
        </FieldPair>
      );
    case 'count':
      return <NumberField name="count" label="Nombre" unit="mois" state={state} />;
  }
}

function Hours({ name, label, state }: { name: string; label: string; state: FormState }) {
  return <NumberField name={name} label={label} help="En heures, par exemple 35 ou 7 h 30." decimal state={state} />;
}
