/**
 * Two people changed the same thing: both versions side by side, and three ways out. "Garder la mienne" sends my values
 * again with the new version; "Tout revoir" sends them with `conflit=revoir`; "Prendre la sienne" only goes and looks.
 */
import { Icon } from '#ui/icons.tsx';
import { frenchDate } from '#ui/french.ts';
import { Card } from './card.tsx';

export interface ConflictViewProps {
  who: string;
  at: Date;
  /** Only the fields someone touched. */
  fields: readonly { label: string; theirs: string; yours: string }[];
  action: string;
  formKey: string;
  version: number | string;
  values: Record<string, string | string[] | undefined>;
  takeHref: string;
}

export function ConflictView(props: ConflictViewProps) {
  return (
    <Card title={`${props.who} a modifié cette page à ${frenchDate(props.at, 'time')}`}>
      <p>Rien n’est perdu. Choisissez ce que vous gardez.</p>
      <Versions {...props} />
      <form class="form-end" method="post" action={props.action}>
        <input type="hidden" name="cle" value={props.formKey} />
        <input type="hidden" name="version" value={String(props.version)} />
        {Object.entries(props.values).flatMap(([name, value]) =>
          (Array.isArray(value) ? value : [value ?? '']).map((one) => <input type="hidden" name={name} value={one} />),
        )}
        <button type="submit" class="button primary">
          <Icon name="check" />
          Garder la mienne
        </button>
        <a class="button" href={props.takeHref}>
          Prendre la sienne
        </a>
        <button type="submit" class="button" name="conflit" value="revoir">
          Tout revoir
        </button>
      </form>
    </Card>
  );
}

function Versions({ fields }: Pick<ConflictViewProps, 'fields'>) {
  return (
    <table class="plain-table">
      <caption class="visually-hidden">Les deux versions</caption>
      <thead>
        <tr>
          <th scope="col">Champ</th>
          <th scope="col">La sienne</th>
          <th scope="col">La vôtre</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ label, theirs, yours }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>{theirs || 'Vide'}</td>
            <td class={theirs === yours ? '' : 'differs'}>{yours || 'Vide'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
