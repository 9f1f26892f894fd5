/** The imports of official outlines: which list is in force for each generation, a new file looked at before it is applied. */
import { formatShortDay, parisDay } from '#domain/day.ts';
import { outlineLimits } from '#domain/district-outlines.ts';
import { districtVintages } from '#domain/district-vintage.ts';
import type { PageRequest, View } from '#http/route.ts';
import { CheckboxField, FileField, Form, SelectField, TextField } from '#ui/form.tsx';
import { counted, frenchNumber } from '#ui/french.ts';
import { ActionButton, Alert, Card, DefinitionList, EmptyState, PageHeading, Status } from '#ui/parts.tsx';
import type { StatusTone } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import type { ImportRow } from './districts-queries.ts';
import { compareCodes, findImport, findInForce, listImports } from './districts-queries.ts';

const states: Record<ImportRow['state'], { tone: StatusTone; label: string }> = {
  proposed: { tone: 'attention', label: 'À vérifier' },
  'in-force': { tone: 'ok', label: 'En vigueur' },
  replaced: { tone: 'neutral', label: 'Remplacé' },
  withdrawn: { tone: 'neutral', label: 'Retiré' },
};

export async function drawDistricts(request: PageRequest): Promise<View> {
  const { ctx, form, url } = request;
  const imports = await listImports(ctx);
  const missing = districtVintages.filter(
    (vintage) => !imports.some((one) => one.vintage === vintage && one.state === 'in-force'),
  );
  const body = (
    <>
      <PageHeading
        title="Quartiers prioritaires"
        breadcrumb={[{ href: '/instance', label: 'Instance' }]}
        lead="Les contours officiels, pour toute l’instance. Sans eux, Guichet répond « inconnu », jamais au hasard."
      />
      {missing.length > 0 && (
        <Alert tone="attention">{`Sans contours en vigueur\u00A0: ${missing.map((vintage) => `liste de ${vintage}`).join(', ')}.`}</Alert>
      )}
      <Table
        caption="Imports"
        rows={imports}
        rowId={({ id }) => id}
        url={url}
        empty={
          <EmptyState title="Aucun contour encore." icon="map-pin">
            Importez le fichier officiel en GeoJSON.
          </EmptyState>
        }
        columns={[
          {
            key: 'liste',
            label: 'Liste',
            primary: true,
            cell: ({ id, vintage }) => <a href={`/instance/quartiers/${id}`}>{`Quartiers de ${vintage}`}</a>,
          },
          { key: 'source', label: 'Source', cell: ({ source }) => source },
          { key: 'contours', label: 'Contours', align: 'end', cell: ({ outlines }) => frenchNumber(outlines) },
          {
            key: 'depot',
            label: 'Déposé',
            cell: ({ createdAt, by }) => `le ${formatShortDay(parisDay(createdAt))}${by === null ? '' : ` par ${by}`}`,
          },
          { key: 'etat', label: 'État', cell: ({ state }) => <Status {...states[state]} /> },
        ]}
      />
      <Card title="Importer des contours">
        <Form
          action="/instance/quartiers"
          formKey={request.key()}
          multipart
          state={form}
          submit="Vérifier le fichier"
          submitIcon="upload"
        >
          <SelectField
            name="vintage"
            label="Génération"
            state={form}
            options={districtVintages.map((vintage) => ({ value: String(vintage), label: `Liste de ${vintage}` }))}
          />
          <TextField
            name="source"
            label="Source"
            help="Exemple : ANCT, data.gouv.fr, 12/01/2026."
            autocomplete="off"
            state={form}
          />
          <FileField
            name="file"
            label="Fichier GeoJSON"
            help={`En degrés (WGS 84), 10\u00A0Mo, ${frenchNumber(outlineLimits.features)} contours et ${frenchNumber(outlineLimits.points)} points au plus.`}
            accept=".geojson,.json"
            state={form}
          />
          <CheckboxField
            name="whole"
            label="Ce fichier couvre tout le pays"
            detail="Sinon, Guichet ne répond « non » que dans les départements du fichier."
            optional
            state={form}
          />
        </Form>
      </Card>
    </>
  );
  return { title: 'Quartiers prioritaires', body };
}

export async function drawImport(request: PageRequest): Promise<View | null> {
  const { ctx, form } = request;
  const found = await findImport(ctx, request.params['id'] ?? '');
  if (found === null) return null;
  const current = await findInForce(ctx, found.vintage);
  const against = current === null || current.id === found.id ? null : current.id;
  const { added, removed, kept, departments } = await compareCodes(ctx, { id: found.id, against });
  const path = `/instance/quartiers/${found.id}`;
  const body = (
    <>
      <PageHeading
        title={`Quartiers de ${found.vintage}`}
        breadcrumb={[
          { href: '/instance', label: 'Instance' },
          { href: '/instance/quartiers', label: 'Quartiers prioritaires' },
        ]}
        status={<Status {...states[found.state]} />}
      />
      {form.errors.map(({ text }) => (
        <Alert tone="problem">{text}</Alert>
      ))}
      <Card title="Ce que contient le fichier">
        <DefinitionList
          items={[
            { term: 'Source', value: found.source },
            { term: 'Fichier', value: found.fileName },
            { term: 'Contours', value: `${frenchNumber(found.outlines)}, dans ${counted(departments, 'département')}` },
            { term: 'Points', value: frenchNumber(found.points) },
            { term: 'Portée', value: found.whole ? 'Tout le pays' : 'Les départements du fichier' },
            ...(against === null
              ? []
              : [
                  {
                    term: 'Face à la liste en vigueur',
                    value: `${counted(added, 'quartier ajouté', 'quartiers ajoutés')}, ${counted(removed, 'retiré', 'retirés')}, ${counted(kept, 'gardé', 'gardés')}`,
                  },
                ]),
          ]}
        />
      </Card>
      <div class="form-end">
        {found.state === 'proposed' && (
          <ActionButton action={`${path}/appliquer`} formKey={request.key()} kind="primary" icon="check">
            {against === null ? 'Appliquer ces contours' : 'Remplacer la liste en vigueur'}
          </ActionButton>
        )}
        {(found.state === 'proposed' || found.state === 'in-force') && (
          <ActionButton action={`${path}/retirer`} formKey={request.key()} kind="quiet">
            {found.state === 'proposed'
              ? 'Abandonner'
              : found.replacesId === null
                ? 'Retirer'
                : 'Revenir à la liste précédente'}
          </ActionButton>
        )}
      </div>
    </>
  );
  return { title: `Quartiers de ${found.vintage}`, body, width: 'form' };
}
