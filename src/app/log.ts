/** One line for whoever runs the server; standard error, so that it mixes with no result. */
export function logLine(line: string): void {
  console.error(line);
}
