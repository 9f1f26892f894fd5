/** Whom a programme aims at, read in its own words: a rate that counted everybody would say it is reached when it is not. */

/**
 * Source: Charte nationale d’insertion NPNRU 2014-2024: 5 % of the hours worked « réservées à l’insertion des habitants des QPV ».
 * A programme of one's own says so in the same words.
 */
export function countsDistricts(targetPublic: string): boolean {
  return /\bQPV\b|quartiers?\s+prioritaires?/iu.test(targetPublic);
}
