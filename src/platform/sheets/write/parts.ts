/** Indexes into `cellXfs` below. */
export const styles = {
  plain: 0,
  header: 1,
  text: 2,
  wrapped: 3,
  quoted: 4,
  quotedWrapped: 5,
  integer: 6,
  percent: 7,
  wrong: 8,
  wrongQuoted: 9,
} as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNs = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Printed on A4 across, as wide as the page and as many pages long as it takes. */
export const sheetHead = `${declaration}<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
/** How a page is printed; `head`: what stands at the head of each, in the code of Excel, '' for nothing. */
export function sheetFoot(head: string): string {
  const margins = `<pageMargins left="0.4" right="0.4" top="${head === '' ? 0.5 : 0.7}" bottom="0.6" header="0.3" footer="0.3"/>`;
  const setup = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  const header = head === '' ? '' : `<oddHeader>${head}</oddHeader>`;
  return `${margins}${setup}<headerFooter>${header}<oddFooter>&amp;L&amp;A&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`;
}
/** Comes last of all; the notes of a sheet hang on it. */
export const sheetNotes = '<legacyDrawing r:id="rId1"/>';
export const sheetEnd = '</worksheet>';

// 49 is "text": an ID typed into an empty cell of such a column later stays an ID too.
const textFormat = 'numFmtId="49" applyNumberFormat="1"';
const wrap = '<alignment vertical="top" wrapText="1"/>';
const top = '<alignment vertical="top"/>';

export const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><sz val="11"/><color rgb="FF9C0006"/><name val="等线"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF7F7F7F"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="10">${[
  xf('numFmtId="0"', ''),
  `<xf ${textFormat} fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`,
  xf(textFormat, top),
  xf(textFormat, wrap),
  xf(`${textFormat} quotePrefix="1"`, top),
  xf(`${textFormat} quotePrefix="1"`, wrap),
  xf('numFmtId="1" applyNumberFormat="1"', top),
  xf('numFmtId="164" applyNumberFormat="1"', top),
  wrong(textFormat),
  wrong(`${textFormat} quotePrefix="1"`),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function wrong(attributes: string): string {
  return `<xf ${attributes} fontId="2" fillId="3" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">${top}</xf>`;
}

function xf(attributes: string, alignment: string): string {
  const start = `<xf ${attributes} fontId="0" fillId="0" borderId="0" xfId="0"`;
  return alignment === '' ? `${start}/>` : `${start} applyAlignment="1">${alignment}</xf>`;
}

/** One sheet that has been written; `range` is its filter, in absolute addresses. */
export type WrittenSheet = {
  readonly name: string;
  readonly range: string | undefined;
  /** the row of its headers, repeated on each page */ readonly head: number;
  readonly hidden: boolean;
  /** it has notes at cells */ readonly noted: boolean;
};

export function workbookXml(sheets: readonly WrittenSheet[], attribute: (text: string) => string): string {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${attribute(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const defined = sheets.flatMap(({ name, range, head }, index) => {
    if (range === undefined) return [];
    const quoted = attribute(`'${name.replaceAll("'", "''")}'`);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${range}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$${head}:$${head}</definedName>`,
    ];
  });
  const names = defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`;
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets>${names}</workbook>`;
}

export function workbookRelations(sheetCount: number): string {
  const list = Array.from({ length: sheetCount }, (_, index) =>
    relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  list.push(relation(sheetCount + 1, 'styles', 'styles.xml'));
  return relationships(list);
}

/** What the notes of a sheet need: their texts, and the old drawing that Excel hangs them on. */
export function sheetRelations(number: number): string {
  const drawing = `<Relationship Id="rId1" Type="${relations}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/>`;
  return relationships([drawing, relation(2, 'comments', `../comments${number}.xml`)]);
}

export const packageRelations = relationships([relation(1, 'officeDocument', 'xl/workbook.xml')]);

function relationships(list: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packageNs}/relationships">${list.join('')}</Relationships>`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
}

export function contentTypes(written: readonly WrittenSheet[]): string {
  const sheets = written.map((_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'));
  const notes = written.flatMap(({ noted }, index) => (noted ? [override(`/xl/comments${index + 1}.xml`, 'comments')] : []));
  const vml =
    notes.length === 0 ? '' : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const fixed = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${vml}${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}`;
  return `${declaration}<Types xmlns="${packageNs}/content-types">${fixed}${sheets.join('')}${notes.join('')}</Types>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${contentType}.${type}+xml"/>`;
}
