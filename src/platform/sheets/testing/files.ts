import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { entryText } from '../../../kernel/packed-column';
import { readSheets } from '../read';
import { type FilePreview, type PackedSheet, type ReadOptions, SheetRefusal } from '../types';

/** Files of a test file's own making, in a folder that is gone when it is done. Call once in a test file. */
export function ownFiles() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheets-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const aPath = (name: string): string => path.join(folder, name);
  const aFile = (name: string, content: string | Uint8Array): string => {
    writeFileSync(aPath(name), content);
    return aPath(name);
  };
  return { aPath, aFile };
}

/** Everything of the first sheet (or the named one) as texts, with the row numbers of the file. */
export async function readAll(file: string, options: ReadOptions & { sheet?: string; fromRow?: number; width?: number } = {}) {
  let seen: FilePreview | undefined;
  const [sheet] = await readSheets(
    file,
    (preview) => {
      seen = preview;
      const found = preview.sheets.find(({ name }) => name === (options.sheet ?? name));
      const width = options.width ?? Math.max(...(found?.rows ?? []).map(({ cells }) => cells.length));
      return [
        { sheet: found?.name ?? '', fromRow: options.fromRow ?? 1, columns: Array.from({ length: width }, (_, index) => index) },
      ];
    },
    options,
  );
  if (!seen) throw new Error('no preview');
  return { preview: seen, rows: textsOf(sheet), kinds: kindsOf(sheet), numbers: [...sheet.rowNumbers] };
}

export function textsOf(sheet: PackedSheet): string[][] {
  return [...sheet.rowNumbers].map((_, row) => sheet.columns.map(({ codes, entries }) => entryText(entries, codes[row])));
}

function kindsOf(sheet: PackedSheet): number[][] {
  return [...sheet.rowNumbers].map((_, row) => sheet.columns.map(({ codes, entries }) => entries.kinds[codes[row]]));
}

/** The refusal that reading a file ends in; any other end fails the test. */
export async function refusalOf(file: string, options: ReadOptions = {}): Promise<SheetRefusal> {
  try {
    await readAll(file, options);
  } catch (error) {
    if (error instanceof SheetRefusal) return error;
    throw error;
  }
  throw new Error(`${file} was read`);
}

type Part = { readonly name: string; readonly data: string | Uint8Array; readonly flags?: number; readonly packed?: Uint8Array };

/** A zip archive with whatever in it; `packed` = deflated data of the test's own making. */
export function zipOf(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = Buffer.from(part.packed ?? deflateRawSync(data));
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, name]));
    local.push(head);
    offset += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

type BookParts = {
  /** inside of <worksheet> */ readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly more?: readonly Part[];
};

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet, by hand: every XML in it is the test's own. */
export function bookParts({ sheet, strings, styles, workbook, more = [] }: BookParts): Part[] {
  return [
    { name: '[Content_Types].xml', data: `${declaration}<Types/>` },
    {
      name: '_rels/.rels',
      data: `${declaration}<Relationships><Relationship Id="a" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data:
        workbook ??
        `${declaration}<workbook xmlns:r="${types}"><sheets><sheet name="名单" sheetId="1" r:id="s1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${declaration}<Relationships><Relationship Id="s1" Type="${types}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${types}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="t" Type="${types}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${types}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: `${declaration}<worksheet>${sheet}</worksheet>` },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: `${declaration}<sst>${strings}</sst>` }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', data: `${declaration}<styleSheet>${styles}</styleSheet>` }]),
    ...more,
  ];
}

export function bookOf(parts: BookParts): Buffer {
  return zipOf(bookParts(parts));
}
