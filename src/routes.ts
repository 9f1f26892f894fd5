/** The whole route table: what is not here answers 404. */
import type { Route } from '#http/route.ts';
import { contactEndpoints } from '#features/contacts/api.ts';
import { contactRoutes } from '#features/contacts/pages.tsx';

export const routes: readonly Route[] = [...contactRoutes, ...contactEndpoints];
