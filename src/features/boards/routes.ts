/** The boards: where everything stands, for whoever has a role there. */
import type { Route } from '#http/route.ts';
import { data, page } from '#http/route.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { drawDashboard } from './dashboard-page.tsx';
import { exportMarkets } from './list-export.ts';
import { drawMarkets } from './list-page.tsx';
import { drawMarket } from './market-page.tsx';
import { drawOperation } from './operation-page.tsx';
import { drawOperations } from './operations-page.tsx';
import { viewRoutes } from './views-routes.ts';

export const boardRoutes: Route[] = [
  page({ path: '/marches', permission: 'market.read', throttle: 'search', view: drawMarkets }),
  data({ path: '/marches.csv', permission: 'market.read', throttle: 'export', answer: exportMarkets }),
  page({ path: '/marches/:id', permission: 'market.read', view: drawMarket }),
  page({ path: '/operations', permission: 'market.read', throttle: 'search', view: drawOperations }),
  page({ path: '/operations/:id', permission: 'market.read', view: drawOperation }),
  page({ path: '/tableau-de-bord', permission: 'dashboard.read', view: drawDashboard }),
  ...viewRoutes,
  ...calendarRoutes,
];
