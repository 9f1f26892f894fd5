/** Programmes: national ones with their source, one's own, and those a market answers to. */
import { may } from '#domain/access.ts';
import { formatShortDay } from '#domain/day.ts';
import { formatHundredths } from '#domain/french-number.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxGroup, DateField, FieldPair, Form, NumberField, TextField } from '#ui/form.tsx';
import { Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { MarketTabs } from '#ui/market-places.tsx';
import { marketTrail } from './new-page.tsx';
import type { ProgrammeRow } from './programme-queries.ts';
import { listProgrammes, programmesOf } from './programme-queries.ts';
import { findMarket } from './queries.ts';
import { manages } from './seen.ts';

export async function drawProgrammes(request: PageRequest): Promise<View> {
  const { ctx, form } = request;
  const body = (
    <>
      <PageHeading title="Programmes" lead="Ce qu’ils demandent, à qui, depuis quand et d’après quel texte." />
      <Table
        caption="Programmes"
        rows={await listProgrammes(ctx)}
        rowId={({ id }) => id}
        url={request.url}
        empty={<EmptyState title="Aucun programme encore." />}
        columns={[
          { key: 'name', label: 'Programme', primary: true, cell: ({ name }) => name },
          { key: 'target', label: 'Part des heures', align: 'end', cell: targetShown },
          { key: 'public', label: 'Public', cell: ({ targetPublic }) => targetPublic },
          { key: 'days', label: 'Période', cell: daysShown },
          { key: 'source', label: 'Source', cell: ({ source }) => source },
          {
            key: 'whose',
            label: 'Niveau',
            cell: ({ organisationId }) => (organisationId === null ? 'National' : 'Votre organisation'),
          },
        ]}
      />
      {may(ctx.actor, 'market.write').allowed && (
        <Card title="Ajouter un programme de votre organisation">
          <Form action="/programmes" formKey={request.key()} state={form} submit="Ajouter le programme">
            <FieldPair>
              <TextField name="name" label="Nom" maxlength={160} state={form} />
              <TextField
                name="code"
                label="Code"
                help="Par exemple CLAUSE-93."
                size="middle"
                maxlength={20}
                state={form}
              />
            </FieldPair>
            <FieldPair>
              <NumberField name="target" label="Part des heures travaillées" optional decimal unit="%" state={form} />
              <TextField name="targetPublic" label="Public visé" optional maxlength={200} state={form} />
            </FieldPair>
            <TextField
              name="source"
              label="Texte"
              help="Par exemple Délibération du 12 mars 2026."
              maxlength={200}
              state={form}
            />
            <FieldPair>
              <DateField name="validFrom" label="Depuis" state={form} />
              <DateField name="validUntil" label="Jusqu’au" optional state={form} />
            </FieldPair>
          </Form>
        </Card>
      )}
    </>
  );
  return { title: 'Programmes', body };
}

export async function drawTags(request: PageRequest): Promise<View | null> {
  const { ctx, form, params } = request;
  const market = await findMarket(ctx, params['id'] ?? '');
  if (market === null || !(await manages(ctx, market.id))) return null;
  const programmes = await listProgrammes(ctx);
  const body = (
    <>
      <PageHeading
        title="Programmes du marché"
        breadcrumb={[...marketTrail, { href: `/marches/${market.id}`, label: market.object }]}
      />
      <MarketTabs market={market.id} current="/programmes" />
      <Form
        action={`/marches/${market.id}/programmes`}
        formKey={request.key()}
        state={form}
        submit="Enregistrer"
        cancel={{ href: `/marches/${market.id}`, label: 'Annuler' }}
      >
        <CheckboxGroup
          name="programme"
          label="Programmes"
          optional
          values={await programmesOf(ctx, market.id)}
          options={programmes.map((programme) => ({
            value: programme.id,
            label: programme.name,
            detail: [targetShown(programme), programme.targetPublic, daysShown(programme)].filter(Boolean).join(', '),
          }))}
          state={form}
        />
      </Form>
    </>
  );
  return { title: 'Programmes du marché', body, width: 'form' };
}

function targetShown({ targetBasisPoints }: ProgrammeRow): string {
  return targetBasisPoints === null ? '' : `${formatHundredths(targetBasisPoints)}\u00a0%`;
}

function daysShown({ validFrom, validUntil }: ProgrammeRow): string {
  const from = formatShortDay(validFrom);
  return validUntil === null ? `depuis le ${from}` : `du ${from} au ${formatShortDay(validUntil)}`;
}
