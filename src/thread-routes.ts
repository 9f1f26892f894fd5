/** The doors of the main thread: markets, who takes part, people, hours, and where it all stands. */
import type { Route } from '#http/route.ts';
import { boardRoutes } from '#features/boards/routes.ts';
import { countingRoutes } from '#features/counting/routes.ts';
import { agreementRoutes } from '#features/globalisations/routes.ts';
import { exitRoutes } from '#features/exits/routes.ts';
import { hoursEndpoints } from '#features/hours/api.ts';
import { workedEndpoints } from '#features/hours/api-worked.ts';
import { declareRoutes } from '#features/hours/declare-routes.ts';
import { countOutdated, previewChange, recountLines } from '#features/hours/recount.ts';
import { refusalRoutes } from '#features/hours/refusal-routes.ts';
import { statementRoutes } from '#features/hours/statement-routes.ts';
import { eligibilityRoutes } from '#features/eligibility/routes.ts';
import { duplicateRoutes } from '#features/duplicates/routes.ts';
import { reviewRoutes } from '#features/hours/review-routes.ts';
import { workedRoutes } from '#features/hours/worked-routes.ts';
import { marketRoutes } from '#features/markets/market-routes.ts';
import { offerLinkRoutes, offerRoutes } from '#features/offers/routes.ts';
import { partyRoutes } from '#features/parties/routes.ts';
import { ownSpaceRoutes } from '#features/own-space/routes.ts';
import { peopleRoutes } from '#features/people/routes.ts';
import { privacyRoutes } from '#features/privacy/routes.ts';
import { platformRoutes } from '#features/platform/routes.ts';
import { poolRoutes } from '#features/pool/routes.ts';
import { prescriberRoutes } from '#features/prescribers/routes.ts';
import { referralDeskRoutes } from '#features/referrals/desk-routes.ts';
import { referralRoutes } from '#features/referrals/routes.ts';
import { placementLinkRoutes, placementRoutes } from '#features/placements/routes.ts';
import { sessionRoutes } from '#features/placements/session-routes.ts';
import { pathwayRoutes } from '#features/pathway/routes.ts';
import { visitRoutes } from '#features/visits/routes.ts';

export const threadRoutes: readonly Route[] = [
  // The words of an address come before the places of an id.
  ...marketRoutes,
  ...boardRoutes,
  ...partyRoutes,
  ...agreementRoutes,
  ...countingRoutes({ preview: previewChange, outdated: countOutdated, recount: recountLines }),
  ...eligibilityRoutes,
  ...peopleRoutes,
  ...workedRoutes,
  ...ownSpaceRoutes,
  ...privacyRoutes,
  ...offerLinkRoutes,
  ...offerRoutes,
  ...placementLinkRoutes,
  ...placementRoutes,
  ...sessionRoutes,
  ...declareRoutes,
  ...reviewRoutes,
  ...refusalRoutes,
  ...statementRoutes,
  ...hoursEndpoints,
  ...workedEndpoints,
  ...referralRoutes,
  ...referralDeskRoutes,
  ...prescriberRoutes,
  ...poolRoutes,
  ...platformRoutes,
  ...duplicateRoutes,
  ...visitRoutes,
  ...pathwayRoutes,
  ...exitRoutes,
];
