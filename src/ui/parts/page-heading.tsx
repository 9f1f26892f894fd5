/** The top of a page: where it stands, its title, one sentence, its state and its main actions. */
import type { Child } from 'hono/jsx';
import { Breadcrumb } from './breadcrumb.tsx';

export interface PageHeadingProps {
  title: string;
  lead?: Child;
  breadcrumb?: readonly { href: string; label: string }[] | undefined;
  status?: Child;
  actions?: Child;
}

export function PageHeading({ title, lead, breadcrumb, status, actions }: PageHeadingProps) {
  return (
    <div class="page-heading">
      <div>
        {breadcrumb && <Breadcrumb items={breadcrumb} />}
        <div class="row">
          <h1>{title}</h1>
          {status}
        </div>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {actions !== undefined && <div class="row">{actions}</div>}
    </div>
  );
}
