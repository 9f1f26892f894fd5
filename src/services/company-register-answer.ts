/** Reads an answer of API Recherche d'entreprises in its documented shape; managers' names are left aside. */
import { z } from 'zod';
import type { Company } from './company.ts';

const shortText = z.string().max(500);
const optionalText = shortText.nullish();

const establishment = z.object({
  siret: z.string().regex(/^\d{14}$/),
  adresse: optionalText,
  code_postal: optionalText,
  commune: optionalText,
  libelle_commune: optionalText,
  activite_principale: optionalText,
  activite_principale_naf25: optionalText,
  etat_administratif: z.enum(['A', 'F']),
  date_fermeture: z.iso.date().nullish(),
  liste_enseignes: z.array(shortText).max(100).nullish(),
  nom_commercial: optionalText,
  tranche_effectif_salarie: optionalText,
});

const legalUnit = z.object({
  siren: z.string().regex(/^\d{9}$/),
  nom_complet: shortText,
  nom_raison_sociale: optionalText,
  activite_principale: optionalText,
  activite_principale_naf25: optionalText,
  nature_juridique: optionalText,
  tranche_effectif_salarie: optionalText,
  etat_administratif: z.enum(['A', 'C']),
  date_fermeture: z.iso.date().nullish(),
  siege: establishment,
  matching_etablissements: z.array(establishment).max(200).nullish(),
});

const answerShape = z.object({ results: z.array(legalUnit).max(25), total_results: z.number() });

type Establishment = z.infer<typeof establishment>;
type LegalUnit = z.infer<typeof legalUnit>;

/** Nothing when the answer is not what the register documents. */
export function readCompanies(body: unknown, checkedAt: Date): Company[] | undefined {
  const answer = answerShape.safeParse(body);
  if (!answer.success) return undefined;
  const companies = answer.data.results.flatMap((unit) =>
    [unit.siege, ...(unit.matching_etablissements ?? [])]
      .filter((place) => place.siret.startsWith(unit.siren))
      .map((place) => readCompany({ unit, place, checkedAt })),
  );
  return [...new Map(companies.map((company) => [company.siret, company])).values()];
}

function readCompany(found: { unit: LegalUnit; place: Establishment; checkedAt: Date }): Company {
  const { unit, place, checkedAt } = found;
  const commercialName = shown(place.nom_commercial) || shown(place.liste_enseignes?.[0]);
  const headcountBand = shown(place.tranche_effectif_salarie ?? unit.tranche_effectif_salarie);
  const legalForm = shown(unit.nature_juridique);
  const closed = place.etat_administratif === 'F' || unit.etat_administratif === 'C';
  const closedOn = place.date_fermeture ?? unit.date_fermeture;
  return {
    siret: place.siret,
    siren: unit.siren,
    name: shown(unit.nom_raison_sociale) || shown(unit.nom_complet),
    ...(commercialName ? { commercialName } : {}),
    address: shown(place.adresse),
    postcode: shown(place.code_postal),
    city: shown(place.libelle_commune),
    communeCode: shown(place.commune),
    naf: shown(place.activite_principale ?? unit.activite_principale),
    nafVersion: nafVersionOf(found),
    ...(legalForm ? { legalForm } : {}),
    ...(headcountBand && headcountBand !== 'NN' ? { headcountBand } : {}),
    state: closed ? 'closed' : 'open',
    ...(closed && closedOn ? { closedOn } : {}),
    source: 'recherche-entreprises',
    checkedAt,
  };
}

/** While the register shows both codes, the plain one is rev. 2; from 2027 only the new one remains. */
function nafVersionOf(found: { unit: LegalUnit; place: Establishment; checkedAt: Date }): Company['nafVersion'] {
  const both = found.place.activite_principale_naf25 ?? found.unit.activite_principale_naf25;
  return both || found.checkedAt < new Date('2026-12-31T23:00:00Z') ? 'rev2' : '2025';
}

/** What a company chose not to publish reads `[NON-DIFFUSIBLE]` or `[ND]`: to us, an empty text. */
function shown(text: string | null | undefined): string {
  const clean = (text ?? '')
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return /\[N(?:ON-DIFFUSIBLE|D)\]/.test(clean) ? '' : clean;
}
