/** The identifier types of the DECP schema 2.0.3 (titulaire.typeIdentifiant): a company may have no SIRET. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import type { SiretRefusal } from './siret.ts';
import { isSiren, readSiret } from './siret.ts';

export const identifierTypes = ['SIRET', 'TVA', 'TAHITI', 'RIDET', 'FRWF', 'IREP', 'HORS-UE'] as const;
export type IdentifierType = (typeof identifierTypes)[number];

export interface CompanyIdentifier {
  type: IdentifierType;
  value: string;
}

export type IdentifierRefusal = SiretRefusal | 'identifier-missing' | 'identifier-type' | 'identifier-format';

/**
 * Shapes: arrêté du 9 décembre 2016 on electronic invoicing, identification of issuers without a SIRET
 * (LEGIARTI000033608376). IREP has no published shape: up to 18 letters and digits.
 */
const shapes: Record<Exclude<IdentifierType, 'SIRET' | 'TVA'>, { form: RegExp; example: string }> = {
  TAHITI: { form: /^[A-Z0-9]\d{5}(?:\d{3})?$/u, example: 'A12345001' },
  RIDET: { form: /^\d{6,7}(?:\d{3})?$/u, example: '0123456001' },
  FRWF: { form: /^FRWF[A-Z0-9 &'.-]{1,14}$/u, example: 'FRWFATELIER EXEMPL' },
  IREP: { form: /^[A-Z0-9]{4,18}$/u, example: '0123456789' },
  'HORS-UE': { form: /^[A-Z]{2}[A-Z0-9 &'.-]{1,16}$/u, example: 'CHATELIER EXEMPLE' },
};

/** European Commission, VIES: structure of VAT numbers by member state, XI for Northern Ireland. */
const vatShapes: Record<string, RegExp> = {
  AT: /^U\d{8}$/u,
  BE: /^[01]\d{9}$/u,
  BG: /^\d{9,10}$/u,
  CY: /^\d{8}[A-Z]$/u,
  CZ: /^\d{8,10}$/u,
  DE: /^\d{9}$/u,
  DK: /^\d{8}$/u,
  EE: /^\d{9}$/u,
  EL: /^\d{9}$/u,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/u,
  FI: /^\d{8}$/u,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/u,
  HR: /^\d{11}$/u,
  HU: /^\d{8}$/u,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/u,
  IT: /^\d{11}$/u,
  LT: /^(?:\d{9}|\d{12})$/u,
  LU: /^\d{8}$/u,
  LV: /^\d{11}$/u,
  MT: /^\d{8}$/u,
  NL: /^[A-Z0-9+*]{12}$/u,
  PL: /^\d{10}$/u,
  PT: /^\d{9}$/u,
  RO: /^\d{2,10}$/u,
  SE: /^\d{12}$/u,
  SI: /^\d{8}$/u,
  SK: /^\d{10}$/u,
  XI: /^(?:\d{9}|\d{12}|(?:GD|HA)\d{3})$/u,
};

export function readIdentifier(typed: { type: string; value: string }): Result<CompanyIdentifier, IdentifierRefusal> {
  const type = identifierTypes.find((known) => known === typed.type.trim().toUpperCase().replace(' ', '-'));
  if (type === undefined) return refuse('identifier-type');
  if (type === 'SIRET') {
    const siret = readSiret(typed.value);
    return siret.ok ? done({ type, value: siret.value }) : siret;
  }
  const spaced = foldCapitals(typed.value);
  if (spaced === '') return refuse('identifier-missing');
  const value = type === 'FRWF' || type === 'HORS-UE' ? spaced : spaced.replace(/[ .\-/]/gu, '');
  const example = type === 'TVA' ? 'FR42999000003' : shapes[type].example;
  const fits = type === 'TVA' ? isVatNumber(value) : shapes[type].form.test(value);
  return fits ? done({ type, value }) : refuse('identifier-format', { details: { type, example } });
}

/** Article 286 ter of the tax code for the obligation; the French key is 12 + 3 × (SIREN mod 97), mod 97. */
export function isVatNumber(value: string): boolean {
  const country = value.slice(0, 2);
  const national = value.slice(2);
  if (vatShapes[country]?.test(national) !== true) return false;
  if (country !== 'FR') return true;
  const siren = national.slice(2);
  if (!isSiren(siren)) return false;
  const key = national.slice(0, 2);
  return !/^\d\d$/u.test(key) || Number(key) === (12 + 3 * (Number(siren) % 97)) % 97;
}

function foldCapitals(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/gu, "'")
    .toUpperCase()
    .replace(/\s+/gu, ' ')
    .trim();
}
