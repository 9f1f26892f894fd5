/** What an answer means for a right: open, refused, absent, or sent elsewhere first. */
export type Verdict = 'yes' | 'no' | 'absent' | 'sign-in' | 'choose' | 'confirm' | 'FAILURE';

export function verdictOf({ status, location }: { status: number; location: string | null }): Verdict {
  if (status >= 500) return 'FAILURE';
  if (status === 403) return 'no';
  if (status === 404) return 'absent';
  if (status === 401) return 'sign-in';
  const to = location ?? '';
  if (/\/connexion\/confirmer(\?|$)/.test(to)) return 'confirm';
  if (/\/connexion(\?|$)/.test(to)) return 'sign-in';
  if (/\/compte\/organisation(\?|$)/.test(to)) return 'choose';
  return 'yes';
}
