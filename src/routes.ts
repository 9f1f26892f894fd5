/** The whole route table: what is not here answers 404. */
import type { Route } from '#http/route.ts';
import { accountRoutes } from '#features/account/routes.ts';
import { apiDocsRoutes } from '#features/api-docs/routes.ts';
import { approvalRoutes } from '#features/approvals/routes.ts';
import { contactEndpoints } from '#features/contacts/api.ts';
import { contactRoutes } from '#features/contacts/pages.tsx';
import { demoAccounts, demoPassword } from '#features/demonstration/accounts.ts';
import { linkRoutes } from '#features/exchange-links/routes.ts';
import { instanceRoutes } from '#features/instance/pages.tsx';
import { journalRoutes } from '#features/journal/pages.tsx';
import { mailRoutes } from '#features/mails/pages.tsx';
import { memberRoutes } from '#features/members/routes.ts';
import { organisationRoutes } from '#features/organisation/routes.ts';
import { partnerKeyRoutes } from '#features/partner-keys/routes.ts';
import { publicRoutes } from '#features/public/routes.ts';
import { signInRoutes } from '#features/sign-in/pages.ts';
import { styleRoutes } from '#features/styles/pages.tsx';
import { threadRoutes } from './thread-routes.ts';

export const routes: readonly Route[] = [
  ...publicRoutes,
  ...signInRoutes({ accounts: demoAccounts, password: demoPassword }),
  ...accountRoutes,
  ...organisationRoutes,
  ...memberRoutes,
  ...approvalRoutes,
  ...threadRoutes,
  ...contactRoutes,
  ...contactEndpoints,
  ...linkRoutes,
  ...partnerKeyRoutes,
  ...mailRoutes,
  ...journalRoutes,
  ...instanceRoutes,
  ...apiDocsRoutes(() => routes),
  ...styleRoutes,
];
