/** Reads an export part by part and vouches for it: every count, every checksum, nothing missing, nothing added. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { exportFormat } from './backup-dump.ts';
import { gzipHead } from './backup-file.ts';
import type { ExportPart } from './backup-part.ts';
import { parsePart } from './backup-part.ts';
import { errorCode, OperatorError } from './connect-operator-error.ts';

/** Throws one sentence as soon as something is wrong; the last part is the seal, and only then is all of it vouched for. */
export async function* readExport(file: string): AsyncGenerator<ExportPart> {
  const seal = createHash('sha256');
  let expected = 'header' as 'header' | 'table' | 'rows' | 'nothing';
  let tables = { announced: 0, seen: 0 };
  let table = { name: '', rows: 0, hash: createHash('sha256') };
  for await (const lines of chunksOfLines(file)) {
    let rows: string[] = [];
    for (const line of lines) {
      if (expected === 'nothing') throw damaged(file);
      if (line.startsWith('[') && expected === 'rows') {
        rows.push(line);
        continue;
      }
      if (rows.length > 0) yield takeRows();
      rows = [];
      const part = parsePart(line);
      if (part === null) throw damaged(file);
      if (part.kind === 'seal') {
        if (seal.copy().digest('hex') !== part.sha256 || tables.seen !== tables.announced) throw damaged(file);
        expected = 'nothing';
      } else {
        follow(part);
        seal.update(`${line}\n`);
      }
      yield part;
    }
    if (rows.length > 0) yield takeRows();

    function takeRows(): ExportPart {
      const text = `${rows.join('\n')}\n`;
      seal.update(text);
      table.hash.update(text);
      table.rows += rows.length;
      return { kind: 'rows', lines: rows };
    }
  }
  if (expected !== 'nothing') throw damaged(file);

  function follow(part: ExportPart): void {
    if (part.kind === 'header' && expected === 'header') {
      if (part.format > exportFormat) throw newer(file, part.product);
      tables = { announced: part.tables, seen: 0 };
      expected = 'table';
    } else if (part.kind === 'table' && expected === 'table') {
      table = { name: part.table, rows: 0, hash: createHash('sha256') };
      expected = 'rows';
    } else if (part.kind === 'end' && expected === 'rows') {
      const same = part.table === table.name && part.rows === table.rows;
      if (!same || part.sha256 !== table.hash.digest('hex')) throw damaged(file);
      tables.seen++;
      expected = 'table';
    } else if (part.kind !== 'sequences' || expected !== 'table') {
      throw damaged(file);
    }
  }
}

async function* chunksOfLines(file: string): AsyncGenerator<string[]> {
  await refuseForeignFile(file);
  const source = createReadStream(file);
  const unzipped = createGunzip({ chunkSize: 262_144 });
  source.on('error', (error) => unzipped.destroy(error));
  const text = source.pipe(unzipped).setEncoding('utf8');
  // Pieces of the line under way, joined once: a line may be as long as the longest file kept in a row.
  let pieces: string[] = [];
  try {
    for await (const chunk of text) {
      const [head = '', ...lines] = String(chunk).split('\n');
      pieces.push(head);
      const last = lines.pop();
      if (last === undefined) continue;
      yield [pieces.join(''), ...lines];
      pieces = [last];
    }
  } catch (error) {
    throw errorCode(error)?.startsWith('Z_') === true ? damaged(file, error) : error;
  } finally {
    source.destroy();
  }
  const { size } = await stat(file);
  if (pieces.join('') !== '' || unzipped.bytesWritten !== size) throw damaged(file);
}

async function refuseForeignFile(file: string): Promise<void> {
  const head = Buffer.alloc(gzipHead.length);
  try {
    const handle = await open(file, 'r');
    await handle.read(head).finally(() => handle.close());
  } catch (error) {
    throw new OperatorError(
      `Le fichier ${file} ne peut pas être lu (${errorCode(error)})\u00A0: vérifiez son chemin, par exemple ./sauvegarde.guichet.`,
      { cause: error },
    );
  }
  if (!head.equals(gzipHead)) {
    throw new OperatorError(
      `Le fichier ${file} n’est pas un export de Guichet, ou il est abîmé\u00A0: rien n’a été modifié. Utilisez une autre copie.`,
    );
  }
}

function damaged(file: string, cause?: unknown): OperatorError {
  return new OperatorError(
    `Le fichier ${file} est incomplet ou a été modifié\u00A0: rien n’a été restauré. Utilisez une autre copie de l’export.`,
    { cause },
  );
}

function newer(file: string, product: string): OperatorError {
  return new OperatorError(
    `Le fichier ${file} vient d’une version plus récente de Guichet (${product})\u00A0: installez-la, puis relancez la restauration.`,
  );
}
