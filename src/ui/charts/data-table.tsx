/** The figures of a chart, just below it: what an image says to those who see it, said to everyone. */

export interface DataTableProps {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <details class="data">
      <summary>{`Voir les données\u00A0: ${caption.charAt(0).toLocaleLowerCase('fr')}${caption.slice(1)}`}</summary>
      <div class="scroll-table" tabindex={0} role="group" aria-label={caption}>
        <table class="plain-table">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((label, index) => (
                <th scope="col" class={index > 0 ? 'end' : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr>
                <th scope="row">{name}</th>
                {values.map((value) => (
                  <td class="end">{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
