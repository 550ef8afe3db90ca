/** A sentence in both languages of the house: what happened, why, what now. */
export type Sentence = { readonly zh: string; readonly en: string };

/** What stood in the way; each has one status on the wire (platform/http/wire.ts). */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'absent'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported'
  | 'unprocessable'
  | 'too-many'
  | 'unavailable';

/** One field of what was sent that cannot be accepted. */
export type FieldFault = Sentence & { readonly path: string };

type Extra = {
  readonly fields?: readonly FieldFault[];
  /** what stands there now, when somebody else was faster; only what the asker may see */
  readonly current?: unknown;
  /** seconds after which asking again makes sense */
  readonly retryAfter?: number;
};

/** An expected "no" for a person, thrown from wherever it is found and shown as it is; anything else thrown is a fault of ours. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    /** stable, in kebab-case, for programs and tests */ readonly code: string,
    readonly says: Sentence,
    readonly extra: Extra = {},
  ) {
    super(`${code}: ${says.en}`);
    this.name = 'Refusal';
  }
}

/** The answer for everything that is not there or not the asker's to see: the two cannot be told apart. */
export function absent(what: Sentence): Refusal {
  return new Refusal('absent', 'absent', {
    zh: `没有找到这${what.zh}，或者不在您负责的范围。请核对后再试，需要的话请联系县教育局。`,
    en: `This ${what.en} does not exist or is outside your scope. Check it, or ask the county bureau.`,
  });
}

/** The refusal of one field of a form: said at the field, and of the whole. */
export function fieldRefusal(path: string, says: Sentence): Refusal {
  const whole = { zh: `没有保存：${says.zh}`, en: `Not saved: ${says.en}` };
  return new Refusal('unprocessable', 'faults', whole, { fields: [{ path, ...says }] });
}

/** Somebody changed the same thing first; `current` is what stands there now. */
export function changedMeanwhile(what: Sentence, current?: unknown): Refusal {
  return new Refusal(
    'conflict',
    'changed-meanwhile',
    {
      zh: `没有保存：这${what.zh}刚刚被别人改过。请看最新内容，再决定要不要改。`,
      en: `Not saved: this ${what.en} was just changed by somebody else. Look at what it is now and decide again.`,
    },
    { current },
  );
}
