/** Words that a note should not hold: health, justice, judgements. They warn; whoever writes may go on, and that is logged. */

export type SensitiveKind = 'health' | 'justice' | 'judgement';

export const sensitiveKinds: Record<SensitiveKind, string> = {
  health: 'de santé',
  justice: 'de justice',
  judgement: 'd’un jugement sur la personne',
};

/** Source: CNIL, « Zones de commentaires libres » (fiche pratique): objective, adequate, readable by the person; GDPR art. 9 and 10. */
const words: Readonly<Record<SensitiveKind, readonly string[]>> = {
  health: [
    'malad(?:e|es|ie|ies|if|ive)',
    'handicap(?:e|es|ee|ees|s)?',
    'rqth',
    'aah',
    'cancer',
    'diabet(?:e|ique|iques)',
    'epilep(?:sie|tique)',
    'depress(?:ion|if|ive|ifs|ives)',
    'bipolaire',
    'schizophren(?:e|ie)',
    'psychiatr(?:e|ie|ique)',
    'psychologue',
    'addict(?:ion|ions|if|ive)?',
    'alcool(?:ique|iques|isme)?',
    'toxicoman(?:e|ie)',
    'drogu(?:e|ee|es|ees)',
    'hospitalis(?:e|ee|ation)',
    'enceinte',
    'grossesse',
    'invalidite',
    'sida',
    'vih',
    'traitement medical',
    'arret maladie',
    'pathologi(?:e|es|que)',
  ],
  justice: [
    'prison',
    'detenu(?:e|s|es)?',
    'incarcer(?:e|ee|ation)',
    'condamn(?:e|ee|ation|ations)',
    'casier',
    'bracelet electronique',
    'spip',
    'garde a vue',
    'mise en examen',
    'penitentiaire',
    'delinquan(?:t|te|ce)',
    'sursis',
  ],
  judgement: [
    'faineant(?:e|s|es)?',
    'paresseu(?:x|se|ses)',
    'menteu(?:r|se|rs)',
    'voleu(?:r|se|rs)',
    'idiot(?:e|s|es)?',
    'imbecile',
    'de mauvaise foi',
    'pas fiable',
    'profiteu(?:r|se|rs)',
    'cas social',
    'ivrogne',
    'debile',
  ],
};

/** What the trade says without meaning anybody: programmes, documents, duties. */
const harmless =
  /travailleurs? handicapes?|secteur (?:du )?handicap|entreprises? adaptees?|marches? reserves? handicap|bordereau de prix|casier vide|sursis a statuer|enceinte d[ue]|portes? condamnees?|locaux condamnes/gu;

const finders = Object.entries(words).map(([kind, list]) => ({
  kind: kind as SensitiveKind,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
}));

export interface SensitiveWord {
  kind: SensitiveKind;
  /** As it was typed. */
  word: string;
}

/** In the order of the text, each word once. */
export function findSensitiveWords(text: string): SensitiveWord[] {
  const plain = unaccented(text);
  const quiet = plain.replace(harmless, (found) => ' '.repeat(found.length));
  const found = finders.flatMap(({ kind, pattern }) =>
    [...quiet.matchAll(pattern)].map((match) => ({
      kind,
      at: match.index,
      word: text.slice(match.index, match.index + match[0].length),
    })),
  );
  const ordered = found.toSorted((one, other) => one.at - other.at);
  return [...new Map(ordered.map(({ kind, word }) => [word.toLowerCase(), { kind, word }])).values()];
}

/** One sentence for the field: which words, and why. */
export function sensitiveSentence(found: readonly SensitiveWord[]): string {
  const named = found
    .slice(0, 3)
    .map(({ word }) => `«\u00A0${word}\u00A0»`)
    .join(', ');
  const about = [...new Set(found.map(({ kind }) => sensitiveKinds[kind]))].join(' et ');
  return `Ce texte parle peut-être ${about} (${named}). La personne pourra le lire. Retirez-le, ou confirmez qu’il est nécessaire.`;
}

/** One letter for one letter, so that places stay the same. */
function unaccented(text: string): string {
  return [...text]
    .map((letter) => {
      const [plain = letter] = [...letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()];
      return plain.length === letter.length ? plain : letter;
    })
    .join('');
}
