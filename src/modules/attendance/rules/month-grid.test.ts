import { describe, expect, it } from 'vitest';
import { type GridRoll, gridOf, sumOfCells, sumOfRoll } from './month-grid';

const days = ['2025-03-10', '2025-03-11', '2025-03-12'];
const roll = (day: string, present: string[], marks: GridRoll['marks'] = [], session: 'am' | 'pm' = 'am'): GridRoll => ({
  ...{ day, session, present, marks },
});

describe('the month of a class', () => {
  it('says of each child what its class said, of a class nobody called nothing, and of a child nobody read out nothing', () => {
    const rolls = [
      roll('2025-03-10', ['an'], [{ childId: 'bai', mark: 'sick' }]),
      roll('2025-03-11', ['bai'], [{ childId: 'an', mark: 'back' }]),
    ];
    const cells = Object.fromEntries(gridOf(days, rolls, ['an', 'bai', 'new']).map((row) => [row.childId, row.cells.am.join()]));
    expect(cells).toEqual({ an: 'here,here,open', bai: 'sick,here,open', new: 'none,none,open' });
  });

  it('counts days in halves where both parts were called, and nothing for what is not known', () => {
    expect(
      sumOfCells([
        ['here', 'absent'],
        ['absent', 'open'],
        ['open', 'open'],
        ['none', 'open'],
      ]),
    ).toEqual({
      ...{ days: 2, here: 0.5, absent: 1.5, sick: 0, personal: 0, late: 0, early: 0 },
    });
    expect(sumOfCells([['late', 'open'], ['early', 'sick'], ['personal']])).toEqual({
      ...{ days: 3, here: 1.5, absent: 0, sick: 0.5, personal: 1, late: 1, early: 1 },
    });
  });

  it('comes to the days of a child, however they went', () => {
    const words = ['here', 'absent', 'sick', 'personal', 'late', 'early', 'none', 'open'] as const;
    for (const am of words)
      for (const pm of words) {
        const { days: all, here, absent, sick, personal } = sumOfCells([[am, pm]]);
        expect(here + absent + sick + personal, `${am} ${pm}`).toBe(all);
      }
  });

  it('counts a roll: who is late, leaves early or is back was there', () => {
    const marks = (['absent', 'sick', 'personal', 'late', 'early', 'back'] as const).map((mark) => ({ childId: mark, mark }));
    expect(sumOfRoll({ present: ['an', 'bai'], marks })).toEqual({ here: 5, absent: 1, leave: 2, late: 2 });
  });
});
