import path from 'node:path';
import { type Reason, refusal } from '../../words';
import type { Archive } from './archive';
import { type Element, elementsOf } from './small-xml';

export type WorkbookSheet = { readonly name: string; readonly hidden: boolean; readonly part: string };

/** What the small parts of a workbook say; `dateStyles[i]` = cells of style `i` show a date. */
export type Workbook = {
  readonly sheets: readonly WorkbookSheet[];
  readonly sharedStrings: string | undefined;
  readonly dateStyles: readonly boolean[];
  readonly dates1904: boolean;
};

/** Other things that are zip archives, by a part that gives them away. */
const others: readonly (readonly [RegExp, Reason])[] = [
  [/^xl\/workbook\.bin$/, 'xlsb'],
  [/^(word|ppt)\//, 'document'],
  [/^content\.xml$/, 'ods'],
];

export async function readWorkbook(file: string, archive: Archive): Promise<Workbook> {
  const part = await mainPart(file, archive);
  const elements = elementsOf(file, await archive.text(part));
  const related = await relationsOf(file, archive, part);
  const sheets = elements
    .filter(({ path: where }) => where === 'workbook/sheets/sheet')
    .flatMap((sheet) => worksheet(sheet, related));
  if (sheets.length === 0) throw refusal(file, 'noCells');
  const styles = related.find(({ type }) => type === 'styles')?.part;
  return {
    sheets,
    sharedStrings: related.find(({ type }) => type === 'sharedStrings')?.part,
    dateStyles:
      styles !== undefined && archive.names.has(styles) ? dateStylesOf(elementsOf(file, await archive.text(styles))) : [],
    dates1904: elements.some(({ name, attributes }) => name === 'workbookPr' && isTrue(attributes.date1904)),
  };
}

async function mainPart(file: string, archive: Archive): Promise<string> {
  for (const [pattern, reason] of others) if ([...archive.names].some((name) => pattern.test(name))) throw refusal(file, reason);
  if (!archive.names.has('_rels/.rels')) throw refusal(file, 'otherArchive');
  const found = (await relationsOf(file, archive, '')).find(({ type }) => type === 'officeDocument');
  if (!found) throw refusal(file, 'otherArchive');
  return found.part;
}

type Relation = { readonly id: string; readonly type: string; readonly part: string };

async function relationsOf(file: string, archive: Archive, part: string): Promise<Relation[]> {
  const folder = path.posix.dirname(part);
  const name = part === '' ? '_rels/.rels' : path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`);
  if (!archive.names.has(name)) return [];
  return elementsOf(file, await archive.text(name))
    .filter((element) => element.name === 'Relationship' && element.attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').replace(/^.*\//, ''),
      part: path.posix.join('/', part === '' ? '' : folder, rooted(attributes.Target ?? '', part === '' ? '' : folder)).slice(1),
    }));
}

/** A target may be absolute within the archive; joined to the folder it must come out the same. */
function rooted(target: string, folder: string): string {
  return target.startsWith('/') ? path.posix.relative(`/${folder}`, target) : target;
}

/** Charts and dialogs are sheets too, but hold no cells. */
function worksheet({ attributes }: Element, related: readonly Relation[]): WorkbookSheet[] {
  const found = related.find(({ id }) => id === attributes.id);
  if (found?.type !== 'worksheet') return [];
  return [{ name: attributes.name ?? '', hidden: /^(hidden|veryHidden)$/.test(attributes.state ?? ''), part: found.part }];
}

function dateStylesOf(elements: readonly Element[]): boolean[] {
  const formats = new Map<number, string>();
  for (const { name, attributes } of elements)
    if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
  return elements
    .filter(({ path: where }) => where === 'styleSheet/cellXfs/xf')
    .map(({ attributes }) => isDateFormat(Number(attributes.numFmtId ?? 0), formats));
}

// ECMA-376 18.8.30: 14–17 and 22 everywhere; 27–31, 36, 50–54, 57 and 58 are the dates of the Chinese version (年月日),
// the numbers between them its times of day.
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

function isDateFormat(id: number, formats: ReadonlyMap<number, string>): boolean {
  const custom = formats.get(id);
  return custom === undefined ? builtInDates.has(id) : showsDate(custom);
}

/** Whether a format code shows a day; a time of day alone is no date. */
export function showsDate(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';')[0]
    .replace(/general|e[+-]|[上下]午|am\/pm|a\/p/gi, '');
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare)) || /[年月日]/.test(bare);
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
