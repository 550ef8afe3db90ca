import { columnLetters } from '../words';
import { type CellNote, xmlText } from './cells';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** More notes than this make a workbook that opens slowly; a marked cell stays red without one. */
export const mostNotes = 5_000;

/** The texts of the notes of one sheet. */
export function commentsXml(notes: readonly CellNote[]): string {
  const list = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><t xml:space="preserve">${xmlText(text)}</t></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors><author>一个都不能少</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

/** The boxes in which Excel shows the notes when the mouse is over their cells: hidden until then, beside the cell. */
export function drawingXml(notes: readonly CellNote[]): string {
  const boxes = notes.map(({ row, column }, index) => {
    const anchor = [column + 1, 12, row, 4, column + 4, 40, row + 4, 8].join(', ');
    const data = `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData>`;
    return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>${data}</v:shape>`;
  });
  const type =
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${type}${boxes.join('')}</xml>`;
}
