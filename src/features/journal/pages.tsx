/** The journal: the list, one entry, and the file that a spreadsheet opens. */
import type { Route } from '#http/route.ts';
import { data, page } from '#http/route.ts';
import { drawEntry } from './detail-page.tsx';
import { exportJournal } from './export.ts';
import { drawJournal } from './list-page.tsx';

export const journalRoutes: Route[] = [
  page({ path: '/organisation/journal', permission: 'journal.read', throttle: 'search', view: drawJournal }),
  data({
    path: '/organisation/journal.csv',
    permission: 'journal.read',
    throttle: 'export',
    answer: exportJournal,
  }),
  page({ path: '/organisation/journal/:sequence', permission: 'journal.read', view: drawEntry }),
];
