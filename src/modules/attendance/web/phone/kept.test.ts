import { describe, expect, test } from 'vitest';
import type { Pupil, RollView } from '../../contract';
import { keepRoll, openRoll } from './kept';

const pupil = (childId: string, more: Partial<Pupil> = {}): Pupil => ({
  ...{ childId, name: childId, sex: '1', mark: null, called: true, away: null, daysAway: 0, leave: null },
  ...more,
});
const roll = (more: Partial<RollView> = {}): RollView => ({
  ...{
    classId: 'b',
    name: { zh: '三年级1班', en: 'grade 3 class 1' },
    school: '青禾小学',
    day: '2025-03-10',
    today: '2025-03-10',
  },
  ...{ session: 'am', sessions: ['am'], version: 1, by: '王某', at: '2025-03-10T00:30:00Z', as: 'teacher', daysLate: 0 },
  ...{ notCalled: [], barred: null, asksReason: false },
  pupils: [pupil('来的'), pupil('没来的', { mark: 'absent' }), pupil('回来的', { mark: 'back', away: 'absent' })],
  ...more,
});
const open = (view: RollView, today: string, hour = 8, session?: 'am' | 'pm') =>
  openRoll(JSON.parse(JSON.stringify(keepRoll(view))), { today, hour, session });
const asked = (view: RollView) => view.pupils.flatMap(({ childId, away }) => (away === null ? [] : [childId]));

test('what was said of whom is not kept, nor who said it', () => {
  const kept = JSON.stringify(keepRoll(roll()));
  for (const word of ['absent', 'back', '王某', 'sex', 'mark']) expect(kept).not.toContain(word);
});

describe('a class without a network', () => {
  test('that was called today is only said to be, and cannot be called again unseen', () => {
    const view = open(roll(), '2025-03-10');
    expect(view).toMatchObject({ version: 1, barred: { zh: expect.stringContaining('今天已经点过') } });
    expect(asked(view)).toEqual([]);
  });

  test('is open on the next day, and asks by name for whoever was away', () => {
    const view = open(roll(), '2025-03-11');
    expect(view).toMatchObject({ day: '2025-03-11', version: 0, at: null, barred: null });
    expect(asked(view)).toEqual(['没来的']);
  });

  test('is open in the afternoon where that is called too, though the morning was called', () => {
    const both = roll({ sessions: ['am', 'pm'] });
    expect(open(both, '2025-03-10', 11)).toMatchObject({ session: 'am', version: 1 });
    expect(open(both, '2025-03-10', 13)).toMatchObject({ session: 'pm', version: 0, barred: null });
    expect(asked(open(both, '2025-03-10', 13)), 'away in the morning').toEqual(['没来的']);
    expect(open(both, '2025-03-10', 13, 'am')).toMatchObject({ session: 'am', version: 1 });
    expect(open(roll(), '2025-03-10', 13)).toMatchObject({ session: 'am', version: 1 });
  });
});
