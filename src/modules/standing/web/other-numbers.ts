import type { RuleSource } from '../../../ui/desk/source-label';
import type { Says } from '../../../ui/shared/words';

/** A number that a later module judges by, as it is listed beside ours; nobody can set it here. */
export type OtherNumber = {
  readonly key: string;
  readonly name: Says;
  readonly means: Says;
  readonly value: Says;
  readonly whose: RuleSource;
  /** shown as 待县局确认 where not */ readonly confirmed: boolean;
  readonly source: Says;
};
