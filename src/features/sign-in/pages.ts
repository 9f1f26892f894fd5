/** Every door of signing in, and who may knock: all pass through the gate, which reads no business table. */
import type { Route } from '#http/route.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { mailRoutes } from './mail-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import type { Demonstration } from './sign-in-page.tsx';
import { signInDoors } from './sign-in-routes.ts';

/** `demonstration` is only shown by an instance that is one. */
export function signInRoutes(demonstration: Demonstration): Route[] {
  return [...signInDoors(demonstration), ...sessionRoutes, ...mailRoutes, ...invitationRoutes];
}
