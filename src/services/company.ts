/** What the State's register tells of one establishment of a company. */

export type Company = {
  siret: string;
  siren: string;
  name: string;
  commercialName?: string;
  address: string;
  postcode: string;
  city: string;
  communeCode: string;
  naf: string;
  /** NAF rev. 2 is replaced on 1 January 2027: a code means nothing without its nomenclature. */
  nafVersion: 'rev2' | '2025';
  legalForm?: string;
  headcountBand?: string;
  state: 'open' | 'closed';
  /** The legal day, `YYYY-MM-DD`. */
  closedOn?: string;
  source: 'recherche-entreprises' | 'fictitious';
  checkedAt: Date;
};
