/** The doors of the main thread: markets, who takes part, people, hours, and where it all stands. */
import type { Route } from '#http/route.ts';
import { boardRoutes } from '#features/boards/routes.ts';
import { hoursEndpoints } from '#features/hours/api.ts';
import { declareRoutes } from '#features/hours/declare-routes.ts';
import { duplicateRoutes } from '#features/duplicates/routes.ts';
import { reviewRoutes } from '#features/hours/review-routes.ts';
import { marketRoutes } from '#features/markets/market-routes.ts';
import { partyRoutes } from '#features/parties/routes.ts';
import { peopleRoutes } from '#features/people/routes.ts';
import { platformRoutes } from '#features/platform/routes.ts';
import { poolRoutes } from '#features/pool/routes.ts';
import { prescriberRoutes } from '#features/prescribers/routes.ts';
import { referralDeskRoutes } from '#features/referrals/desk-routes.ts';
import { referralRoutes } from '#features/referrals/routes.ts';

export const threadRoutes: readonly Route[] = [
  // The words of an address come before the places of an id.
  ...marketRoutes,
  ...boardRoutes,
  ...partyRoutes,
  ...peopleRoutes,
  ...declareRoutes,
  ...reviewRoutes,
  ...hoursEndpoints,
  ...referralRoutes,
  ...referralDeskRoutes,
  ...prescriberRoutes,
  ...poolRoutes,
  ...platformRoutes,
  ...duplicateRoutes,
];
