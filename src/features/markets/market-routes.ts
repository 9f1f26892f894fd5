/** Every door that writes the markets: join it before the pages that read /marches/:id. */
import type { Route } from '#http/route.ts';
import { amountRoutes } from './amount-routes.ts';
import { marketEndpoints } from './api.ts';
import { commitmentRoutes } from './commitment-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { programmeRoutes } from './programme-routes.ts';
import { marketWriteRoutes } from './routes.ts';
import { trancheRoutes } from './tranche-routes.ts';

export const marketRoutes: Route[] = [
  ...marketWriteRoutes,
  ...trancheRoutes,
  ...commitmentRoutes,
  ...amountRoutes,
  ...programmeRoutes,
  ...documentRoutes,
  ...marketEndpoints,
];
