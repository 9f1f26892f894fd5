/** What may be sent about a month of hours. */
import { z } from 'zod';
import { isContractType, offeredContractTypes } from '#domain/contract-types.ts';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import { isMonth } from '#domain/month.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { checkbox, day, id, line, optionalLine } from '#http/shapes.ts';

export const month = z.string().refine(isMonth, { error: sentenceFor('month-unreadable') });

const formVersion = z.coerce
  .number({ error: sentenceFor('value-unreadable') })
  .int()
  .min(0)
  .max(1_000_000);

/** A person typed while declaring; nothing typed, nobody added. */
const newWorker = z.object({
  prenom: line({ says: 'Indiquez le prénom, par exemple «\u00A0Amadou\u00A0».', max: 100 }),
  nom: line({ says: 'Indiquez le nom de famille, par exemple «\u00A0Diallo\u00A0».', max: 100 }),
  naissance: day({ says: 'Indiquez la date de naissance, par exemple 12/04/1990.' }),
  contrat: z.string().refine((typed) => isContractType(typed) && offeredContractTypes().includes(typed), {
    error: 'Choisissez le type de contrat.',
  }),
  debut: day({ says: 'Indiquez le début du contrat, par exemple 02/03/2026.' }),
});

export interface NewWorker {
  givenName: string;
  familyName: string;
  birthDate: Day;
  type: ContractType;
  startsOn: Day;
}

export interface TypedLine {
  hours: string;
  training: string;
  days: string;
}

export const newLine = 'nouvelle';

/** The fields of a line bear the contract: heures-…, formation-…, jours-…. */
export const declarationInput = z
  .object({
    token: z.string().max(200).default(''),
    id: id.optional(),
    entreprise: id.optional(),
    lot: id.optional(),
    mois: month,
    version: formVersion,
    aucune: checkbox,
    vus: z.string().max(20_000).default(''),
    travail: z.string().max(40).default(''),
  })
  .catchall(z.unknown())
  .transform((typed, issues) => {
    const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
    const lines = typedLines(typed);
    const added = ['prenom', 'nom', 'naissance', 'debut', `heures-${newLine}`].some((name) => text(name).trim() !== '');
    const worker = added ? newWorker.safeParse(typed) : null;
    for (const issue of worker?.error?.issues ?? []) {
      issues.addIssue({ code: 'custom', path: issue.path, message: issue.message });
    }
    if (worker !== null) lines.set(newLine, typedLine(typed, newLine));
    return {
      token: typed.token,
      id: typed.id,
      lot: typed.lot,
      company: typed.entreprise,
      month: typed.mois,
      version: typed.version,
      none: typed.aucune,
      worked: typed.travail,
      seen: new Set(typed.vus.split(' ')),
      lines,
      worker: worker?.data === undefined ? null : workerOf(worker.data),
    };
  });

export type TypedDeclaration = z.output<typeof declarationInput>;

export const documentInput = z.object({
  token: z.string().max(200).default(''),
  id: id.optional(),
  entreprise: id.optional(),
  lot: id.optional(),
  mois: month,
  file: z.instanceof(File, { error: sentenceFor('file-missing') }),
});

export const paperInput = z.object({ token: z.string().max(200).optional(), id: id.optional(), piece: id });

export const newLinkInput = z.object({ token: z.string().max(200) });
export const askLinkInput = z.object({ contact: optionalLine({ max: 200 }) });

/** By contract, the lines of people already listed. */
export function typedLines(values: Record<string, unknown>): Map<string, TypedLine> {
  const contracts = Object.keys(values).flatMap((name) => /^heures-([0-9a-f-]{36})$/u.exec(name)?.[1] ?? []);
  return new Map(contracts.map((contract) => [contract, typedLine(values, contract)]));
}

function typedLine(values: Record<string, unknown>, contract: string): TypedLine {
  const text = (name: string) => {
    const value = values[`${name}-${contract}`];
    return typeof value === 'string' ? value : '';
  };
  return { hours: text('heures'), training: text('formation'), days: text('jours') };
}

function workerOf({ prenom, nom, naissance, contrat, debut }: z.output<typeof newWorker>): NewWorker {
  return {
    givenName: prenom,
    familyName: nom,
    birthDate: naissance,
    type: isContractType(contrat) ? contrat : 'AUTRE',
    startsOn: debut,
  };
}
