const signals = ['SIGINT', 'SIGTERM'] as const;

/** Why a run was stopped from outside. */
export class Interrupted extends Error {}

/**
 * Turns Ctrl-C into an abort, so that children are stopped and half-written files removed. During long work that never
 * yields, and that has written nothing yet, `unguarded` lets the system end the process at once, as it would by itself.
 */
export class InterruptGuard {
  private readonly controller = new AbortController();
  private readonly onSignal = () => this.controller.abort(new Interrupted());

  constructor() {
    this.listen();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  unguarded<T>(work: () => T): T {
    this.signal.throwIfAborted();
    this.release();
    try {
      return work();
    } finally {
      this.listen();
    }
  }

  release(): void {
    for (const name of signals) process.off(name, this.onSignal);
  }

  private listen(): void {
    for (const name of signals) process.on(name, this.onSignal);
  }
}
