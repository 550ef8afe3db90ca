/** One line on stderr that is written over again and again; silent where nobody watches. */
export class Progress {
  private readonly watched = process.stderr.isTTY === true;
  private last = 0;

  /** Tells what is being done; too fast a teller is not heard. */
  tell(text: string): void {
    const now = Date.now();
    if (now - this.last >= shortestMs) this.show(text, now);
  }

  /** Tells what begins now: always heard. */
  begin(text: string): void {
    this.show(text, Date.now());
  }

  /** Leaves the line empty for what comes next. */
  clear(): void {
    if (this.watched) process.stderr.write(emptyLine);
  }

  private show(text: string, now: number): void {
    if (!this.watched) return;
    this.last = now;
    process.stderr.write(`${emptyLine}${text} …`);
  }
}

const shortestMs = 100;
/** Back to the left edge, and everything to the right of it gone. */
const emptyLine = '\r\x1b[2K';
