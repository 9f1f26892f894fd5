/** The information notice (GDPR art. 13 and 14) in short sentences, then the durations drawn from the cards of the columns. */
import { registerLines } from '#domain/register.ts';

const sections: readonly { title: string; lines: readonly string[] }[] = [
  {
    title: 'À quoi sert Guichet',
    lines: [
      'Des marchés publics réservent des heures de travail à des personnes qui cherchent un emploi.',
      'Guichet note ces heures. Il aide aussi à vous proposer la suite.',
    ],
  },
  {
    title: 'Qui s’en sert pour vous',
    lines: [
      'La structure de facilitation qui vous suit est responsable de votre fiche.',
      'Votre employeur lit votre nom, votre contrat et vos heures. Il ne lit pas pourquoi vous êtes éligible.',
      'L’acheteur public lit des totaux, sans votre nom.',
      'Le Département peut recevoir une liste limitée si vous touchez le RSA. Chaque envoi est noté.',
    ],
  },
  {
    title: 'Ce que dit la loi',
    lines: [
      'C’est une mission d’intérêt public (article 6, 1, e du RGPD). Nous ne vous demandons pas d’accord\u00A0: un refus ne doit pas vous coûter un emploi.',
      'Personne n’est choisi ou refusé par une machine. Un agent, qui a un nom, décide toujours.',
    ],
  },
  {
    title: 'Ce que nous ne gardons jamais',
    lines: [
      'Votre numéro de sécurité sociale.',
      'Vos papiers médicaux. Un agent les regarde, il ne les garde pas.',
      'Rien n’est vendu. Rien ne sort de l’Union européenne.',
    ],
  },
  {
    title: 'Vos droits',
    lines: [
      'Vous pouvez tout lire, faire corriger, vous opposer, faire effacer. La réponse vient sous un mois.',
      'Vous pouvez voir qui a ouvert votre fiche.',
      'Vous pouvez écrire à la CNIL\u00A0: www.cnil.fr.',
    ],
  },
];

export function Information() {
  return (
    <>
      {sections.map(({ title, lines }) => (
        <>
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ))}
      <h2>Ce qui est gardé, et combien de temps</h2>
      {kept().map(({ purposes, retention }) => (
        <>
          <p>
            <b>{retention}.</b>
          </p>
          <ul>
            {purposes.map((purpose) => (
              <li>{purpose}</li>
            ))}
          </ul>
        </>
      ))}
    </>
  );
}

/** What shares its duration stands together, in the order of the register. */
function kept(): { purposes: string[]; retention: string }[] {
  const lines = registerLines().filter(({ about, card }) => about === 'people' && card.sensitivity !== 'ordinary');
  return [...Map.groupBy(lines, ({ card }) => card.retention)].map(([retention, group]) => ({
    retention,
    purposes: [...new Set(group.map(({ card }) => card.purpose))],
  }));
}
