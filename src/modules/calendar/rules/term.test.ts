import { describe, expect, it } from 'vitest';
import { faultsOfTerm, proposedTerms, type Term, termName } from './term';

const spring: Term = {
  schoolYear: '2024-2025',
  number: 2,
  opensDay: '2025-03-01',
  firstDay: '2025-03-03',
  lastDay: '2025-07-11',
  confirmed: true,
};

function faults(change: Partial<Term>): readonly string[] {
  return faultsOfTerm({ ...spring, ...change }, proposedTerms).map(({ path, zh }) => `${path}: ${zh}`);
}

describe('a term', () => {
  it('is called as people call it', () => {
    expect(termName(spring)).toEqual({ zh: '2024—2025 学年第二学期（春季）', en: 'spring term of 2024-2025' });
  });

  it('that is proposed may stand beside the others, and none is confirmed', () => {
    for (const term of proposedTerms) expect(faultsOfTerm(term, proposedTerms)).toEqual([]);
    expect(proposedTerms.some(({ confirmed }) => confirmed)).toBe(false);
    expect(faults({})).toEqual([]);
  });

  it('with days that cannot be is refused field by field', () => {
    expect(faults({ opensDay: '2025-02-30' })).toEqual(['opensDay: 日期要写成 2025-03-01 的形式。']);
    expect(faults({ firstDay: '2025-02-28' })).toEqual(['firstDay: 首个上课日早于开学日，请改正其中一个。']);
    expect(faults({ lastDay: '2025-03-03' })).toEqual(['lastDay: 结束日应晚于首个上课日，请改正。']);
    expect(faults({ schoolYear: '2024-2026' })).toEqual(['schoolYear: 学年要写成 2024-2025 的形式。']);
    expect(faults({ schoolYear: '2023-2024' })[0]).toContain('2023—2024 学年第二学期（春季）应在 2024-01-15 到 2024-08-31 之间');
    expect(faults({ opensDay: '2025-01-20', lastDay: '2025-09-02' })[0]).toContain('lastDay: ');
  });

  it('does not overlap another', () => {
    const long = { ...spring, lastDay: '2025-08-31' };
    const early = { ...proposedTerms[2], opensDay: '2025-08-28' };
    expect(faultsOfTerm(long, [early])).toMatchObject([{ path: 'opensDay', en: expect.stringContaining('Overlaps the autumn') }]);
    expect(faultsOfTerm(spring, [spring])).toEqual([]);
  });
});
