import { useAnswer } from '../../../ui/desk/answers';
import type { Contract, Input, Shapes } from '../../../ui/shared/contract';

type PollProps<S extends Shapes> = {
  readonly contract: Contract<S>;
  readonly input: Input<S>;
  readonly everyMs: number;
};

/** Asks again and again for what the page already shows, while the server is at work; stands on the page for that time only. */
export function Poll<S extends Shapes>({ contract, input, everyMs }: PollProps<S>) {
  useAnswer(contract, input, { every: everyMs });
  return null;
}
