/** The doors of duplicates: the list, two files side by side, the merge and its undoing. */
import type { Route } from '#http/route.ts';
import { action, page } from '#http/route.ts';
import { drawComparison } from './compare-page.tsx';
import { mergeIdInput, mergeInput, pairInput } from './input.ts';
import { drawDuplicates } from './list-page.tsx';
import { mergeFiles } from './merge.ts';
import { tellApart } from './tell-apart.ts';
import { undoMerge } from './undo-merge.ts';

const merge = { permission: 'person.merge' } as const;

export const duplicateRoutes: Route[] = [
  page({ ...merge, path: '/doublons', throttle: 'search', view: drawDuplicates }),
  page({ ...merge, path: '/doublons/:id', view: drawComparison }),
  action({
    ...merge,
    path: '/doublons/:id/fusionner',
    input: mergeInput,
    story: mergeFiles,
    afterwards: ({ id, merge: done }) => ({
      to: `/personnes/${id}`,
      say: 'Fiches fusionnées.',
      undo: `/fusions/${done}/annuler`,
    }),
    page: drawComparison,
  }),
  action({
    ...merge,
    path: '/doublons/:id/distinguer',
    input: pairInput,
    story: tellApart,
    afterwards: () => ({ to: '/doublons', say: 'C’est noté, ce sont deux personnes.' }),
    page: drawComparison,
  }),
  action({
    ...merge,
    path: '/fusions/:id/annuler',
    input: mergeIdInput,
    story: undoMerge,
    afterwards: ({ id }) => ({ to: `/personnes/${id}`, say: 'Fusion annulée. L’ancienne fiche est revenue.' }),
    page: drawDuplicates,
  }),
];
