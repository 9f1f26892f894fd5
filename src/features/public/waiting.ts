/** One thing that waits for somebody: what, why it matters, and the one next action. */

export interface Waiting {
  tone: 'problem' | 'attention' | 'progress' | 'neutral';
  what: string;
  why: string;
  href: string;
  action: string;
}
