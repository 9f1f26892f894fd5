/** What every page of an own space shares: the way back home, and what was just done. */
import type { Child } from 'hono/jsx';
import type { PageRequest, View } from '#http/route.ts';
import { Alert, Breadcrumb } from '#ui/parts.tsx';
import { findMe } from './me.ts';
import type { Me } from './me.ts';

export function spacePath({ params }: PageRequest, more = ''): string {
  return `/mon-espace/${encodeURIComponent(params['token'] ?? '')}${more}`;
}

/** null when the link belongs to nobody any more: the page is then as good as absent. */
export async function ownPage(
  request: PageRequest,
  { title, done }: { title: string; done?: string },
  draw: (me: Me) => Promise<Child>,
): Promise<View | null> {
  const me = await findMe(request.ctx);
  if (me === null) return null;
  const body = (
    <>
      <Breadcrumb items={[{ href: spacePath(request), label: 'Mon espace' }]} />
      <h1>{title}</h1>
      {done !== undefined && request.query.get('fait') === '1' && !request.typed && <Alert tone="done">{done}</Alert>}
      {await draw(me)}
    </>
  );
  return { title, body, width: 'form' };
}
