/** A document sent with a decision: what it is by its content, the name it may keep. */
import { cleanFileName, typeOfContent } from '#domain/file-content.ts';
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import type { KeptFile } from './reason-queries.ts';

export async function readFile(file: File): Promise<Result<KeptFile>> {
  const content = new Uint8Array(await file.arrayBuffer());
  const type = typeOfContent(content);
  if (!type.ok) return type;
  const name = cleanFileName(file.name, type.value);
  return name.ok ? done({ name: name.value, mediaType: type.value.mediaType, content }) : name;
}
