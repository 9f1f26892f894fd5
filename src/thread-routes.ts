/** The doors of the main thread: markets, who takes part, people, hours, and where it all stands. */
import type { Route } from '#http/route.ts';
import { boardRoutes } from '#features/boards/routes.ts';
import { exitRoutes } from '#features/exits/routes.ts';
import { hoursEndpoints } from '#features/hours/api.ts';
import { declareRoutes } from '#features/hours/declare-routes.ts';
import { reviewRoutes } from '#features/hours/review-routes.ts';
import { marketRoutes } from '#features/markets/market-routes.ts';
import { partyRoutes } from '#features/parties/routes.ts';
import { pathwayRoutes } from '#features/pathway/routes.ts';
import { peopleRoutes } from '#features/people/routes.ts';
import { visitRoutes } from '#features/visits/routes.ts';

export const threadRoutes: readonly Route[] = [
  // The words of an address come before the places of an id.
  ...marketRoutes,
  ...boardRoutes,
  ...partyRoutes,
  ...peopleRoutes,
  ...declareRoutes,
  ...reviewRoutes,
  ...hoursEndpoints,
  ...visitRoutes,
  ...pathwayRoutes,
  ...exitRoutes,
];
