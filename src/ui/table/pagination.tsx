/** Pages by cursor: the previous and the next, never a number that a new row would make wrong. */
import { frenchNumber } from '#ui/french.ts';
import { Icon } from '#ui/icons.tsx';
import { withQuery } from './address.ts';

export interface PaginationProps {
  url: string;
  next?: string | undefined;
  previous?: string | undefined;
  total?: number | undefined;
  id?: string | undefined;
}

export function Pagination({ url, next, previous, total, id = 'liste' }: PaginationProps) {
  return (
    <nav class="pages" aria-label="Pages">
      <span>{total === undefined ? '' : `${frenchNumber(total)} au total`}</span>
      <span class="row">
        {previous !== undefined && (
          <a
            class="button small-button"
            id={`${id}-avant`}
            rel="prev"
            href={withQuery(url, { avant: previous, apres: null })}
          >
            <Icon name="chevron-left" />
            Page précédente
          </a>
        )}
        {next !== undefined && (
          <a
            class="button small-button"
            id={`${id}-apres`}
            rel="next"
            href={withQuery(url, { apres: next, avant: null })}
          >
            Page suivante
            <Icon name="chevron-right" />
          </a>
        )}
      </span>
    </nav>
  );
}
