/** The documentation of the API; it receives the route table it describes, since a feature may not read the others. */
import type { House } from '#http/house.ts';
import type { OpenApiDocument } from '#http/openapi.ts';
import { describeApi } from '#http/openapi.ts';
import type { Route } from '#http/route.ts';
import { data, page } from '#http/route.ts';
import { entriesOf } from './document.ts';
import { drawDocumentation } from './page.tsx';

export function apiDocsRoutes(routes: () => readonly Route[]): Route[] {
  const documentFor = ({ configuration, version }: House): OpenApiDocument =>
    describeApi(routes(), { baseUrl: configuration.baseUrl, version });
  return [
    data({
      path: '/api/v1/openapi.json',
      permission: 'public.read',
      answer: async ({ ctx }) => Response.json(documentFor(ctx.house)),
    }),
    page({
      path: '/api',
      permission: 'public.read',
      view: async ({ ctx }) => drawDocumentation(entriesOf(documentFor(ctx.house))),
    }),
  ];
}
