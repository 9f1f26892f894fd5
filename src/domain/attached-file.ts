/** A proof attached by photo: a picture or a PDF by its content, without the place and device it was taken with. */
import type { FileRefusal } from './file-content.ts';
import { cleanFileName, typeOfContent } from './file-content.ts';
import { withoutPhotoDetails } from './photo-details.ts';
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
