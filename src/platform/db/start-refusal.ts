/** The program must not run as things are; `zh` and `en` say what happened, why, and what to do, and `code` names the case. */
export class StartRefusal extends Error {
  constructor(
    readonly code: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh} (${en})`);
    this.name = 'StartRefusal';
  }
}
