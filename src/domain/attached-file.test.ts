/** Documents attached: by content, without place nor device, and never named after a social security number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAttachedFile } from './attached-file.ts';
import { withoutPhotoDetails } from './photo-details.ts';

const jpeg = bytes(
  [0xff, 0xd8],
  [0xff, 0xe0, 0, 4, 1, 2],
  [0xff, 0xe1, 0, 8, ...ascii('Exif'), 9, 9],
  [0xff, 0xfe, 0, 5, 7, 7, 7],
  [0xff, 0xdb, 0, 3, 5],
  [0xff, 0xda, 0, 3, 1, 0xff, 0xe1, 4, 0xff, 0xd9],
);

function bytes(...parts: number[][]): Uint8Array {
  return Uint8Array.from(parts.flat());
}

function ascii(text: string): number[] {
  return [...text].map((sign) => sign.charCodeAt(0));
}

function told(name: string, content: Uint8Array): string {
  const checked = checkAttachedFile({ name, content });
  return checked.ok ? checked.value.mediaType : checked.because;
}

test('a proof is a picture or a PDF by its content, under a clean name', () => {
  const pdf = bytes(ascii('%PDF-1.7 '));
  assert.equal(told('fiche.jpg', pdf), 'application/pdf');
  assert.equal(told('fiche.pdf', jpeg), 'image/jpeg');
  assert.equal(told('a.png', bytes([0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])), 'image/png');
  assert.equal(told('a.webp', bytes(ascii('RIFF0000WEBP'))), 'file-type');
  assert.equal(told('fiche.pdf', bytes(ascii('<html>'))), 'file-type');
  assert.equal(told('fiche.pdf', bytes([])), 'file-missing');
  assert.equal(told('paie 1 84 12 76 451 089 46.jpg', jpeg), 'nir-refused');
  const checked = checkAttachedFile({ name: 'C:\\paie\\octobre.pdf', content: jpeg });
  assert.equal(checked.ok && checked.value.name, 'octobre.jpg');
});

test('a photo loses its Exif and comments and keeps its image, even when the image holds the same bytes', () => {
  const cleaned = Buffer.from(withoutPhotoDetails(jpeg));
  assert.equal(cleaned.includes('Exif'), false);
  const scan = Buffer.from(jpeg).subarray(-10);
  assert.deepEqual(cleaned.subarray(-10), scan);
  assert.deepEqual([...cleaned.subarray(0, 8)], [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]);
  assert.equal(cleaned.length, jpeg.length - 10 - 7);
  const cut = jpeg.subarray(0, 12);
  assert.equal(withoutPhotoDetails(cut), cut);
});
