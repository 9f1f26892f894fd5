/** What a file is, told by its first bytes and never by its name; and the name it may keep. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import { cleanText, looksLikeNir } from './text.ts';

export type FileRefusal = 'file-missing' | 'file-type' | 'file-too-large' | 'file-name' | 'file-unsafe' | 'nir-refused';

export const fileLimits = { bytes: 10 * 1024 * 1024, megabytes: 10, name: 120 } as const;

export interface FileType {
  mediaType: string;
  extension: string;
}

const accepted = 'PDF, image, Word, Excel ou OpenDocument';

/** Signatures: ISO 32000 (PDF), ISO 10918 (JPEG), ISO 15948 (PNG), RFC 9649 (WebP), APPNOTE (ZIP, office files). */
export function typeOfContent(content: Uint8Array): Result<FileType, FileRefusal> {
  if (content.length === 0) return refuse('file-missing', { field: 'file' });
  if (content.length > fileLimits.bytes) {
    return refuse('file-too-large', { field: 'file', details: { most: fileLimits.megabytes } });
  }
  const start = String.fromCharCode(...content.subarray(0, 16));
  if (start.startsWith('%PDF-')) return done({ mediaType: 'application/pdf', extension: 'pdf' });
  if (start.startsWith('\u00ff\u00d8\u00ff')) return done({ mediaType: 'image/jpeg', extension: 'jpg' });
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return done({ mediaType: 'image/png', extension: 'png' });
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') {
    return done({ mediaType: 'image/webp', extension: 'webp' });
  }
  if (start.startsWith('PK\u0003\u0004')) {
    return typeOfArchive(new TextDecoder('latin1').decode(content));
  }
  return refuse('file-type', { field: 'file', details: { accepted } });
}

/** Letters, digits and plain marks; the extension is the content's own, so that a name never lies. */
export function cleanFileName(typed: string, { extension }: FileType): Result<string, FileRefusal> {
  const own = typed.split(/[/\\]/u).at(-1) ?? '';
  if (looksLikeNir(own)) return refuse('nir-refused', { field: 'file' });
  const cleaned = cleanText(own.replace(/\.[A-Za-z0-9]{1,8}$/u, ''));
  if (!cleaned.ok) return refuse('file-name', { field: 'file' });
  const plain = cleaned.value
    .replace(/[^\p{L}\p{M}\p{N} ._()’'-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/gu, '');
  const name = [...plain].slice(0, fileLimits.name - extension.length - 1).join('');
  return name === '' ? refuse('file-name', { field: 'file' }) : done(`${name}.${extension}`);
}

function typeOfArchive(bytes: string): Result<FileType, FileRefusal> {
  if (bytes.includes('vbaProject.bin') || bytes.includes('/Basic/')) return refuse('file-unsafe', { field: 'file' });
  const found = archives.find(({ mark }) => bytes.includes(mark));
  return found === undefined
    ? refuse('file-type', { field: 'file', details: { accepted } })
    : done({ mediaType: found.mediaType, extension: found.extension });
}

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';
const archives: readonly (FileType & { mark: string })[] = [
  { mark: `mimetype${open}.text`, mediaType: `${open}.text`, extension: 'odt' },
  { mark: `mimetype${open}.spreadsheet`, mediaType: `${open}.spreadsheet`, extension: 'ods' },
  { mark: 'word/document.xml', mediaType: `${office}.wordprocessingml.document`, extension: 'docx' },
  { mark: 'xl/workbook.xml', mediaType: `${office}.spreadsheetml.sheet`, extension: 'xlsx' },
];
