/** What the rules say, criterion by criterion, in plain French; and what they say of the other ways of being hired. */
import type { IaeAnswer } from '#domain/examine-eligibility.ts';
import type { Finding, FindingState } from '#domain/examine-criterion.ts';
import type { SituationCode } from '#domain/situations.ts';
import { situations } from '#domain/situations.ts';
import { capital } from '#ui/french.ts';
import { Status } from '#ui/parts.tsx';
import type { StatusTone } from '#ui/parts.tsx';

const states: Record<FindingState, { tone: StatusTone; label: string }> = {
  met: { tone: 'ok', label: 'Rempli' },
  renew: { tone: 'attention', label: 'Pièce à renouveler' },
  missing: { tone: 'attention', label: 'À compléter' },
  failed: { tone: 'problem', label: 'Non rempli' },
};

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return <p class="soft">Aucune situation cochée n’ouvre de critère.</p>;
  return (
    <ul class="findings">
      {findings.map(({ criterion, state, why }) => (
        <li>
          <Status {...states[state]} />
          <div>
            <strong>{criterion.label}</strong>
            {why.map((sentence) => (
              <small>{capital(sentence)}</small>
            ))}
            <small class="soft">{criterion.source}</small>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What follows "Insertion par l’activité économique : ": "oui en AI et ETTI ; en EI, ACI et EITI, il manque un critère…". */
export function iaeSentence(answers: readonly IaeAnswer[]): string {
  const yes = answers.filter(({ eligible }) => eligible).map(({ kind }) => kind);
  const no = answers.filter(({ eligible }) => !eligible);
  if (no.length === 0) return 'oui, dans toute structure d’insertion par l’activité économique.';
  const lacks = Map.groupBy(no, ({ needed, second }) => needed - second);
  const parts = [...lacks].map(
    ([count, kinds]) =>
      `en ${joined(kinds.map(({ kind }) => kind))}, il manque ${count === 1 ? 'un critère' : `${count}\u00A0critères`} de niveau\u00A02, ou un seul de niveau\u00A01`,
  );
  const told = parts.join('\u00A0; ');
  return yes.length === 0 ? `non, ${told}.` : `oui en ${joined(yes)}\u00A0; ${told}.`;
}

/** Situations ticked that no criterion of the clause looks at. */
export function unusedSituations(ticked: readonly SituationCode[], findings: readonly Finding[]): string[] {
  const used = new Set(findings.map(({ situation }) => situation));
  return ticked.filter((code) => !used.has(code)).map((code) => situations[code].label);
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1) ?? ''}`;
}
