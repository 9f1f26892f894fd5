/** Writes the export file: gzip of JSON lines, closed by a SHA-256 of everything before; complete or absent. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** No name, no date, no system: the same content gives the same first bytes everywhere, so any change shows. */
export const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** Personal data: readable by this account only. */
export async function writeExport(file: string, lines: AsyncIterable<string>): Promise<void> {
  const draft = `${file}.part`;
  try {
    await pipeline(
      Readable.from(sealed(lines)),
      createGzip(),
      neutralHead(),
      createWriteStream(draft, { flags: 'w', mode: 0o600 }),
    );
    const written = await open(draft, 'r');
    await written.sync();
    await written.close();
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* sealed(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(line);
    yield line;
  }
  yield `${JSON.stringify({ kind: 'seal', sha256: hash.digest('hex') })}\n`;
}

function neutralHead(): Transform {
  let position = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let index = 0; position < gzipHead.length && index < chunk.length; index++) {
        chunk[index] = gzipHead[position] ?? 0;
        position++;
      }
      done(null, chunk);
    },
  });
}
