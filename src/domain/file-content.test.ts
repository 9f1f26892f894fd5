/** Files told by their first bytes, and the names they keep. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanFileName, fileLimits, typeOfContent } from './file-content.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const zip = 'PK\u0003\u0004';

for (const [content, extension] of [
  ['%PDF-1.7', 'pdf'],
  ['\u00ff\u00d8\u00ff\u00e0', 'jpg'],
  ['\u0089PNG\r\n\u001a\n', 'png'],
  ['RIFF\u0000\u0000\u0000\u0000WEBPVP8', 'webp'],
  [`${zip}...word/document.xml`, 'docx'],
  [`${zip}...xl/workbook.xml`, 'xlsx'],
  [`${zip}...mimetypeapplication/vnd.oasis.opendocument.text`, 'odt'],
] as const) {
  test(`these bytes are a ${extension}`, () => {
    const read = typeOfContent(bytes(content));
    assert.equal(read.ok && read.value.extension, extension);
  });
}

for (const [what, content, because] of [
  ['nothing', '', 'file-missing'],
  ['an executable', 'MZ\u0090', 'file-type'],
  ['markup', '<svg onload=x>', 'file-type'],
  ['an archive of anything', `${zip}virus.exe`, 'file-type'],
  ['macros', `${zip}word/document.xml word/vbaProject.bin`, 'file-unsafe'],
  ['a PDF that starts later', 'x%PDF-1.7', 'file-type'],
] as const) {
  test(`${what} is refused: ${because}`, () => {
    const read = typeOfContent(bytes(content));
    assert.equal(!read.ok && read.because, because);
  });
}

test('the limit is ten megabytes, included', () => {
  const full = new Uint8Array(fileLimits.bytes);
  full.set(bytes('%PDF-'));
  assert.equal(typeOfContent(full).ok, true);
  const read = typeOfContent(new Uint8Array(fileLimits.bytes + 1));
  assert.equal(!read.ok && read.because, 'file-too-large');
});

test('a name loses its folders, its marks and its lie about the type', () => {
  const pdf = { mediaType: 'application/pdf', extension: 'pdf' };
  const named = (typed: string) => {
    const read = cleanFileName(typed, pdf);
    return read.ok ? read.value : read.because;
  };
  assert.equal(named('../../etc/Acte n° 3.exe'), 'Acte n 3.pdf');
  assert.equal(named('C:\\Bureau\\Été.docx'), 'Été.pdf');
  assert.equal(named('a"\r\nb.pdf'), 'file-name');
  assert.equal(named('...pdf'), 'file-name');
  assert.equal(named('2 84 05 75 123 456 12.pdf'), 'nir-refused');
  assert.equal([...named(`${'x'.repeat(300)}.pdf`)].length, fileLimits.name);
});
