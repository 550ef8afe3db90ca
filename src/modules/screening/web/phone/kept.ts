import type { KeptAs } from '../../../../ui/phone/kept-answer';
import type { GridView, WorkView } from '../../contract';
import { keptAnswer } from '../words';

/** One's classes and villages, as they lie on the phone. */
export const keptWork: KeptAs<WorkView> = {
  name: 'screening-work',
  keep: (answer) => answer,
  open: (value) => value as WorkView,
};

/** A class or village as it lies on the phone: who is on its list, and whether somebody has answered; not what was said of anybody. */
export function keptGrid(campaignId: string, path: string): KeptAs<GridView> {
  return {
    name: `screening-grid ${campaignId} ${path}`,
    keep: (grid) => ({
      ...grid,
      rows: grid.rows.map((row) => ({ ...row, answer: row.answer === null ? null : keptAnswer, decision: 'none', cut: null })),
    }),
    // What another version of the program has kept has no questions.
    open: (value, today) => ({ questions: [], ...(value as Omit<GridView, 'questions'>), today }),
  };
}
