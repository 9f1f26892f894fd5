/**
 * A strict choice in a long remote list. With scripts: an ARIA combobox asking `source?q=` for
 * `{ options: [{ value, label, detail? }] }`. Without: a text, a "Chercher" button (sent as `chercher=<name>`),
 * and the list of matches the server found. Sends `<name>` (the value) and `<name>-texte` (what was typed).
 */
import { Icon } from '#ui/icons.tsx';
import { Field, controlProps, shownValue } from './field.tsx';
import type { FieldProps } from './field.tsx';
import type { Option } from './select.tsx';

export interface ComboboxProps extends FieldProps {
  source: string;
  /** What stands for the chosen value when nothing was typed. */
  text?: string | undefined;
  /** The matches the server found for the typed text, for those without scripts. */
  matches?: readonly Option[] | undefined;
  placeholder?: string | undefined;
}

export function Combobox(props: ComboboxProps) {
  const typed = `${props.name}-texte`;
  const text = shownValue({ ...props, name: typed, value: props.text });
  const { name: _name, ...control } = controlProps(props);
  return (
    <Field field={props}>
      <div class="combobox" data-combobox={props.source} data-name={props.name}>
        <div class="with-button">
          <input
            {...control}
            name={typed}
            class="input"
            type="text"
            value={text}
            placeholder={props.placeholder}
            autocomplete="off"
          />
          <noscript>
            <button type="submit" class="button" name="chercher" value={props.name}>
              <Icon name="search" />
              Chercher
            </button>
          </noscript>
        </div>
        {props.matches ? (
          <Matches {...props} matches={props.matches} />
        ) : (
          <input type="hidden" name={props.name} value={shownValue(props)} />
        )}
      </div>
    </Field>
  );
}

function Matches({ name, label, matches, ...props }: ComboboxProps & { matches: readonly Option[] }) {
  const chosen = shownValue({ name, label, ...props });
  return (
    <select class="input" name={name} aria-label={`${label}\u00A0: résultats`}>
      <option value="">{matches.length > 0 ? 'Choisir dans les résultats' : 'Aucun résultat'}</option>
      {matches.map((match) => (
        <option value={match.value} selected={match.value === chosen}>
          {match.detail ? `${match.label}, ${match.detail}` : match.label}
        </option>
      ))}
    </select>
  );
}
