import type { FileAnswer } from './caller';

/** Hands a file that the server has answered to the browser, to be saved under its name. */
export function saveFile({ name, content }: FileAnswer): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by then; the address would keep it in memory for as long as the page is open.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
