/** The model of the file: its columns, and one invented line to follow. */
import { csvLine, csvStart } from '#domain/csv.ts';
import { referralFileColumns, referralFileFields } from '#domain/referral-file.ts';
import type { FileLine } from '#domain/referral-file.ts';

const example: FileLine = {
  familyName: 'Exemple',
  givenName: 'Camille',
  birthDate: '12/04/1990',
  commune: 'Saint-Nazaire',
  phone: '02 61 91 00 00',
  email: '',
  claims: 'RSA, QPV',
  wishCode: 'F1703 Maçonnerie',
  availableFrom: '01/03/2027',
};

export async function answerTemplate(): Promise<Response> {
  const head = csvLine(referralFileFields.map((field) => referralFileColumns[field]));
  const text = `${csvStart}${head}${csvLine(referralFileFields.map((field) => example[field]))}`;
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="modele-candidats.csv"',
      'cache-control': 'no-store',
    },
  });
}
