/** As much as the server takes; the table of the largest county is a fifth of it. */
export const largestTable = 900_000;

/**
 * The text of a chosen file: UTF-8 as spreadsheets write it on request, UTF-16 as "Unicode text", else GB18030 as they write a .csv
 * in China. Undefined for a workbook or anything else that is no text.
 */
export function textOfTable(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe && 'utf-16le') || (first === 0xfe && second === 0xff && 'utf-16be');
  if (marked) return new TextDecoder(marked).decode(bytes);
  // Text holds no byte of zero; workbooks and pictures do in their first lines.
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, so what a Chinese spreadsheet writes; that decoder takes every byte.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
