/** A photo without the place and device it was taken with. */

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
