import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { FileRefused } from './refused.ts';

/** Bounds within which a workbook is read at all; a school's lists are far below them. */
export const bounds = {
  fileBytes: 30_000_000,
  /** All parts of the workbook unpacked, as they really unpack and not as the file claims. */
  unpackedBytes: 150_000_000,
  rows: 50_000,
} as const;

const zipSignature = 0x504b0304;
const oleSignature = 0xd0cf11e0;

/**
 * Looks at an .xlsx file without holding more than a part of it: refuses what is damaged, encrypted, a bomb or too long.
 *
 * @throws FileRefused with the reason
 */
export async function inspectXlsx(file: string): Promise<void> {
  const { size } = await stat(file).catch(() => {
    throw new FileRefused(`没有这个文件：${file}`, `There is no such file: ${file}`);
  });
  if (size > bounds.fileBytes)
    throw new FileRefused(
      '文件超过 30 MB，请拆开再导入',
      'The file is larger than 30 MB: split it',
    );
  const signature = await firstBytes(file);
  if (signature === oleSignature)
    throw new FileRefused(
      '文件加了密码或是旧的 .xls，请去掉密码、另存为 .xlsx',
      'The file is encrypted or an old .xls: save it as .xlsx without a password',
    );
  if (signature !== zipSignature)
    throw new FileRefused('这不是 .xlsx 文件', 'This is not an .xlsx file');
  const counted = await countParts(file).catch((failure: unknown) => {
    if (failure instanceof FileRefused) throw failure;
    throw new FileRefused(
      '文件已损坏，请在 Excel 或 WPS 里打开后另存一份',
      'The file is damaged: open it and save it anew',
    );
  });
  if (!counted.hasSheet) throw new FileRefused('文件里没有工作表', 'The file holds no sheet');
}

async function firstBytes(file: string): Promise<number> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead < 4 ? 0 : buffer.readUInt32BE(0);
  } finally {
    await handle.close();
  }
}

/** Unpacks every part as a stream and counts; nothing is kept. */
async function countParts(file: string): Promise<{ readonly hasSheet: boolean }> {
  const zip = await yauzl.openPromise(file);
  let unpacked = 0;
  let hasSheet = false;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted())
        throw new FileRefused(
          '文件加了密码，请去掉密码',
          'The file is encrypted: remove the password',
        );
      const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.fileName);
      hasSheet ||= isSheet;
      const rows = createRowCounter();
      const stream: Readable = await zip.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        const bytes = Buffer.from(chunk);
        unpacked += bytes.length;
        if (unpacked > bounds.unpackedBytes)
          throw new FileRefused(
            '文件解开后太大，可能有问题，不导入',
            'The file unpacks to far too much: it is not imported',
          );
        if (isSheet && rows.count(bytes.toString('latin1')) > bounds.rows)
          throw new FileRefused(
            `一张表超过 ${bounds.rows} 行，请只留需要的行`,
            `A sheet has more than ${bounds.rows} rows: keep those that are needed`,
          );
      }
    }
  } finally {
    zip.close();
  }
  return { hasSheet };
}

/** Counts `<row` in text that comes in pieces. */
function createRowCounter(): { count(text: string): number } {
  let rest = '';
  let rows = 0;
  return {
    count: (text) => {
      const joined = rest + text;
      rows += joined.split('<row ').length - 1;
      rest = joined.slice(-4);
      return rows;
    },
  };
}
