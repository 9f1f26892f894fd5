/** The doors of papers. */
import type { Route } from '#http/route.ts';
import { action, data, page } from '#http/route.ts';
import { documentIdInput, newDocumentInput, newVersionInput } from './document-input.ts';
import { drawDocuments, drawNewVersion } from './documents-page.tsx';
import { archiveDocument, restoreDocument, sendDocument, sendNewVersion } from './documents.ts';
import { downloadDocument } from './download.ts';

const permission = 'market.write';
const list = (marketId: string) => `/marches/${marketId}/documents`;

export const documentRoutes: Route[] = [
  page({ path: '/marches/:id/documents', permission, view: drawDocuments }),
  action({
    path: '/marches/:id/documents',
    permission,
    files: true,
    input: newDocumentInput,
    story: sendDocument,
    afterwards: ({ id, marketId, name }) => ({
      to: list(marketId),
      say: `Document «\u00A0${name}\u00A0» ajouté.`,
      undo: `/documents/${id}/archiver`,
    }),
    page: drawDocuments,
  }),
  data({ path: '/documents/:id', permission: 'market.read', answer: downloadDocument }),
  page({ path: '/documents/:id/version', permission, view: drawNewVersion }),
  action({
    path: '/documents/:id/version',
    permission,
    files: true,
    input: newVersionInput,
    story: sendNewVersion,
    afterwards: ({ marketId, name, number }) => ({
      to: list(marketId),
      say: `Version ${number} de «\u00A0${name}\u00A0» ajoutée.`,
    }),
    page: drawNewVersion,
  }),
  action({
    path: '/documents/:id/archiver',
    permission,
    input: documentIdInput,
    story: archiveDocument,
    afterwards: ({ id, marketId, name }) => ({
      to: list(marketId),
      say: `Document «\u00A0${name}\u00A0» archivé.`,
      undo: `/documents/${id}/remettre`,
    }),
    page: drawNewVersion,
  }),
  action({
    path: '/documents/:id/remettre',
    permission,
    input: documentIdInput,
    story: restoreDocument,
    afterwards: ({ marketId, name }) => ({
      to: list(marketId),
      say: `Document «\u00A0${name}\u00A0» remis.`,
    }),
    page: drawNewVersion,
  }),
];
