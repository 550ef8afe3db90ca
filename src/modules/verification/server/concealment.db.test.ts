import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refusal } from '../../../kernel/refusal';
import { isInRoll } from '../../../kernel/standing';
import { isBadNews, type Outcome, outcomes, proofKinds } from '../../standing/index';
import { Asked } from '../testing/asked';
import type { TaskRow } from './task-store';

let asked: Asked;
let task: TaskRow;
beforeAll(async () => {
  asked = await Asked.open();
  [task] = (await asked.send()) as [TaskRow];
});
afterAll(() => asked.close());

const anOutcome = fc.constantFrom(...(Object.keys(outcomes) as Outcome[]));
const anAnswer = fc.record({ outcome: anOutcome, proofs: fc.subarray([...proofKinds], { maxLength: 3 }), by: fc.boolean() });

/**
 * REL-13: whatever those who are asked say, in whatever order and with whatever papers, the child leaves 待核实 and 未落实 only by
 * the bureau's word, and what was said of it first can still be read.
 */
it('is settled by nobody who is asked, whatever they answer', async () => {
  let version = task.version;
  let said = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anAnswer, { minLength: 1, maxLength: 4 }), async (answers) => {
      for (const { outcome, proofs, by } of answers) {
        const who = by ? asked.village(task) : asked.township(task);
        const told = await asked
          .answer(who, task.task_id, { outcome, proofs: [...proofs], place: '某地某校', version })
          .catch((error: unknown) => error);
        if (told instanceof Refusal) throw told;
        version++;
        said++;
        const { state } = await asked.standing(task.child_id);
        expect(['unplaced', 'to-verify']).toContain(state);
        expect(isInRoll(state)).toBe(true);
        if (isBadNews(outcome)) await expect(asked.decide(who, task.task_id, 'accepted', version)).rejects.toThrow();
      }
      expect((await asked.read(asked.bureau.officer, task.task_id)).answers).toHaveLength(said);
    }),
    { numRuns: 15 },
  );
});
