/** One place the search found. */

/** As the palette reads it. */
export interface SearchResult {
  label: string;
  detail?: string;
  group: string;
  href: string;
}
