/** The papers of a market and its lots, with their versions; what is archived stays one press away. */
import { organisationOf } from '#domain/actor.ts';
import { documentKinds } from '#domain/market-words.ts';
import { formatHundredths } from '#domain/french-number.ts';
import type { PageRequest, View } from '#http/route.ts';
import { FileField, Form, SelectField } from '#ui/form.tsx';
import { ActionButton, Alert, ButtonLink, Card, DateText, EmptyState, PageHeading } from '#ui/parts.tsx';
import { Table } from '#ui/table.tsx';
import { MarketTabs } from '#ui/market-places.tsx';
import type { DocumentRow, VersionRow } from './document-queries.ts';
import { listDocuments, listVersions, lockOwnDocument } from './document-queries.ts';
import type { LotRow } from './lot-queries.ts';
import { listLots } from './lot-queries.ts';
import { optionsOf } from './market-fields.tsx';
import { marketTrail } from './new-page.tsx';
import { findMarket } from './queries.ts';
import { manages } from './seen.ts';

const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.odt,.ods';
const help = '10\u00A0Mo au plus\u00A0: PDF, image, Word, Excel ou OpenDocument.';

export async function drawDocuments(request: PageRequest): Promise<View | null> {
  const { ctx, form } = request;
  const id = request.params['id'] ?? '';
  const market = await findMarket(ctx, id);
  if (market === null || !(await manages(ctx, market.id))) return null;
  const all = await listDocuments(ctx, market.id);
  const archived = request.query.get('vue') === 'archives';
  const shown = all.filter(({ archivedAt }) => (archivedAt !== null) === archived);
  const versions = await listVersions(
    ctx,
    shown.map((document) => document.id),
  );
  const lots = await listLots(ctx, market.id);
  const path = `/marches/${market.id}/documents`;
  const body = (
    <>
      <PageHeading
        title={archived ? 'Documents archivés' : 'Documents'}
        breadcrumb={[...marketTrail, { href: `/marches/${market.id}`, label: market.object }]}
        actions={
          <a href={archived ? path : `${path}?vue=archives`}>
            {archived ? 'Documents en cours' : 'Documents archivés'}
          </a>
        }
      />
      <MarketTabs market={market.id} current="/documents" />
      <DocumentTable request={request} documents={shown} versions={versions} lots={lots} />
      {!archived && (
        <Card title="Ajouter un document">
          <Form action={path} formKey={request.key()} multipart state={form} submit="Envoyer" submitIcon="upload">
            <FileField name="file" label="Fichier" help={help} accept={accepted} state={form} />
            <SelectField name="kind" label="Nature du document" options={optionsOf(documentKinds)} state={form} />
            <SelectField
              name="lotId"
              label="Pour"
              placeholder="Tout le marché"
              optional
              help="Un document d’un lot est aussi lu par ses entreprises."
              options={lots.map(({ id: lot, number, title }) => ({
                value: lot,
                label: `Lot ${number}, ${title}`,
              }))}
              state={form}
            />
          </Form>
        </Card>
      )}
    </>
  );
  return { title: 'Documents', body };
}

function DocumentTable({
  request,
  documents,
  versions,
  lots,
}: {
  request: PageRequest;
  documents: readonly DocumentRow[];
  versions: readonly VersionRow[];
  lots: readonly LotRow[];
}) {
  const kinds: Readonly<Record<string, string>> = documentKinds;
  const own = organisationOf(request.ctx.actor);
  const ofDocument = (id: string) => versions.filter(({ documentId }) => documentId === id);
  const lotOf = (id: string | null) => lots.find((lot) => lot.id === id);
  return (
    <Table
      caption="Documents"
      rows={documents}
      rowId={({ id }) => id}
      url={request.url}
      empty={
        <EmptyState title="Aucun document." icon="paperclip">
          Les pièces du marché et de ses lots se rangent ici.
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          label: 'Nom',
          primary: true,
          cell: ({ id, name }) => (
            <a href={`/documents/${id}`} download="">
              {name}
            </a>
          ),
        },
        { key: 'kind', label: 'Nature', cell: ({ kind }) => kinds[kind] ?? 'Preuve' },
        {
          key: 'lot',
          label: 'Pour',
          cell: ({ lotId }) => (lotId === null ? 'Tout le marché' : `Lot ${lotOf(lotId)?.number ?? ''}`),
        },
        {
          key: 'versions',
          label: 'Versions',
          cell: ({ id }) => <Versions id={id} versions={ofDocument(id)} />,
        },
        {
          key: 'actions',
          label: 'Actions',
          actions: true,
          cell: (document) => document.organisationId === own && <Actions request={request} document={document} />,
        },
      ]}
    />
  );
}

function Versions({ id, versions }: { id: string; versions: readonly VersionRow[] }) {
  return (
    <>
      {versions.map(({ number, bytes, createdAt, createdBy }, place) => (
        <small>
          {place > 0 && <br />}
          <a href={`/documents/${id}?version=${number}`}>{`Version ${number}`}</a>
          {`, ${sizeOf(bytes)}, ${createdBy}, `}
          <DateText date={createdAt} />
        </small>
      ))}
    </>
  );
}

function Actions({ request, document: { id, name, archivedAt } }: { request: PageRequest; document: DocumentRow }) {
  const verb = archivedAt === null ? 'archiver' : 'remettre';
  return (
    <>
      {archivedAt === null && (
        <ButtonLink href={`/documents/${id}/version`} size="small" about={name}>
          Nouvelle version
        </ButtonLink>
      )}
      <ActionButton action={`/documents/${id}/${verb}`} formKey={request.key()} kind="quiet" size="small" about={name}>
        {archivedAt === null ? 'Archiver' : 'Remettre'}
      </ActionButton>
    </>
  );
}

export async function drawNewVersion(request: PageRequest): Promise<View | null> {
  const document = await lockOwnDocument(request.ctx, request.params['id'] ?? '');
  if (document?.marketId == null) return null;
  const { id, marketId, name, archivedAt } = document;
  const trail = [...marketTrail, { href: `/marches/${marketId}/documents`, label: 'Documents' }];
  const state = request.url.endsWith('/version') ? request.form : { values: {}, errors: [] };
  const body = (
    <>
      <PageHeading title={name} breadcrumb={trail} lead="Les versions précédentes restent lisibles." />
      {state !== request.form && request.form.errors.map(({ text }) => <Alert tone="problem">{text}</Alert>)}
      {archivedAt === null && (
        <Form
          action={`/documents/${id}/version`}
          formKey={request.key()}
          multipart
          state={state}
          submit="Envoyer la nouvelle version"
          cancel={{ href: `/marches/${marketId}/documents`, label: 'Annuler' }}
        >
          <FileField name="file" label="Fichier" help={help} accept={accepted} state={state} />
        </Form>
      )}
    </>
  );
  return { title: name, body, width: 'form' };
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))}\u00A0Ko`
    : `${formatHundredths(Math.round(bytes / 10_000))}\u00A0Mo`;
}
