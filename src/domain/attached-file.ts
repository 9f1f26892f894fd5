/** A proof attached by photo: a picture or a PDF by its content, without the place and device it was taken with. */
import type { FileRefusal } from './file-content.ts';
import { cleanFileName, typeOfContent } from './file-content.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

const photoTypes = ['image/jpeg', 'image/png', 'application/pdf'];

export interface AttachedFile {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

export function checkAttachedFile({
  name,
  content,
}: {
  name: string;
  content: Uint8Array;
}): Result<AttachedFile, FileRefusal> {
  const type = typeOfContent(content);
  if (!type.ok && type.because !== 'file-type') return type;
  if (!type.ok || !photoTypes.includes(type.value.mediaType)) {
    return refuse('file-type', { field: 'file', details: { accepted: 'PDF, JPEG ou PNG' } });
  }
  const { mediaType } = type.value;
  const cleaned = cleanFileName(name, type.value);
  if (!cleaned.ok) return cleaned;
  const kept = mediaType === 'image/jpeg' ? withoutPhotoDetails(content) : content;
  return done({ name: cleaned.value, mediaType, content: kept });
}

/**
 * Drops the segments that tell about the taking of a JPEG (APP1 Exif and XMP, APP13, comments; ITU-T T.81 annex B).
 * Colours (APP0, APP2, APP14) and the image itself stay as they are. What cannot be read is left as it came.
 */
export function withoutPhotoDetails(content: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [content.subarray(0, 2)];
  let place = 2;
  while (place + 4 <= content.length && content[place] === 0xff) {
    const marker = content[place + 1] ?? 0;
    if (marker === 0xda) break;
    const length = ((content[place + 2] ?? 0) << 8) + (content[place + 3] ?? 0);
    if (length < 2 || place + 2 + length > content.length) return content;
    if (!isAboutTheTaking(marker)) kept.push(content.subarray(place, place + 2 + length));
    place += 2 + length;
  }
  kept.push(content.subarray(place));
  const whole = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of kept) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

function isAboutTheTaking(marker: number): boolean {
  return marker === 0xe1 || marker === 0xed || marker === 0xfe;
}
