import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClass, aSchool } from '../testing/factories';
import { rollOver } from './roll-over';
import type { School } from './school';
import { className, type SchoolClass } from './school-class';

const NEW_YEAR = '2025-09-01';
const primary = aSchool({ id: 's1' });
const junior = aSchool({ id: 's2', name: '望舒初级中学', kind: 'junior' });
const point = aSchool({ id: 's3', name: '听泉教学点', kind: 'teaching-point', parentId: 's1', lastGrade: 2 });
const nine = aSchool({ id: 's4', name: '栖云学校', kind: 'nine-year' });
const closing = aSchool({ id: 's5', name: '松涛小学', until: '2025-08-31' });
const schools = [primary, junior, point, nine, closing];

function preview(classes: readonly SchoolClass[], later: readonly SchoolClass[] = []) {
  const { moves, joins, finishes, disappears, entrants, done } = rollOver(classes, later, schools, NEW_YEAR);
  return {
    moves: moves.map(({ from, to }) => `${className(from).zh} → ${className(to).zh}`),
    joins: joins.map(({ from, to }) => `${from.id} → ${to.id}`),
    finishes: finishes.map(({ from, grade, leaving }) => `${from.id} ${grade} ${leaving}`),
    disappears: disappears.map(({ why }) => why.zh),
    entrants: entrants.map((next) => `${next.schoolId} ${className(next).zh}`),
    done: done.map(({ id }) => id),
  };
}

const nothing = { moves: [], joins: [], finishes: [], disappears: [], entrants: [], done: [] };

describe('the roll-over into a new school year', () => {
  it('moves classes up, lets the highest leave, and proposes as many new ones as there were', () => {
    const classes = [
      aClass(primary, { id: 'a', grades: [1], number: 2 }),
      aClass(primary, { id: 'b', grades: [6] }),
      aClass(nine, { id: 'c', grades: [6] }),
      aClass(junior, { id: 'd', grades: [9] }),
      aClass(junior, { id: 'e', grades: [7], number: 3 }),
    ];
    expect(preview(classes)).toEqual({
      ...nothing,
      moves: ['一年级2班 → 二年级2班', '六年级1班 → 七(1)', '七(3) → 八(3)'],
      finishes: ['b 6 to-junior', 'd 9 graduated'],
      entrants: ['s1 一年级2班', 's2 七(3)'],
    });
  });

  it('keeps the grades of a 复式班 together, and sends those above a teaching point to its school', () => {
    const together = aClass(point, { id: 'a', grades: [1, 2] });
    expect(preview([together])).toEqual({
      ...nothing,
      moves: ['一、二年级复式1班 → 二年级1班'],
      finishes: ['a 2 to-parent-school'],
      entrants: ['s3 一年级1班'],
    });
    const plain = aClass(point, { id: 'b', grades: [1] });
    expect(preview([together, plain]).moves).toEqual(['一、二年级复式1班 → 二年级1班', '一年级1班 → 二年级2班']);
  });

  it('says which classes would be lost with a school that closes', () => {
    const early = aClass(closing, { id: 'x', grades: [4], until: '2025-03-01' });
    expect(preview([aClass(closing, { grades: [3], number: 2, until: '2025-08-31' }), early])).toEqual({
      ...nothing,
      disappears: ['松涛小学已撤并，三年级2班没有去处。请先为这些学生办理转学。'],
    });
  });

  it('done twice does nothing twice, and joins what somebody made by hand', () => {
    const classes = [aClass(primary, { id: 'a', grades: [1] }), aClass(primary, { id: 'b', grades: [2] })];
    const later = [
      aClass(primary, { id: 'x', grades: [2], previousId: 'a', schoolYear: '2025-2026' }),
      aClass(primary, { id: 'y', grades: [3], schoolYear: '2025-2026' }),
      aClass(primary, { id: 'z', grades: [1], schoolYear: '2025-2026' }),
    ];
    expect(preview(classes, later)).toEqual({ ...nothing, joins: ['b → y'], done: ['a'] });
  });

  it('leaves out a class that ended before its year did', () => {
    expect(preview([aClass(primary, { until: '2025-03-01' })])).toEqual(nothing);
  });

  it('accounts for every grade of every class once, and never makes two classes of one name', () => {
    const school = fc.constantFrom<School>(...schools);
    const drawn = fc.record({
      school,
      grades: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
      number: fc.integer({ min: 1, max: 3 }),
      byHand: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 12 }), (list) => {
        const all = list.map(({ school: own, grades, number, byHand }, place) => ({
          byHand,
          one: aClass(own, {
            id: `c${place}`,
            grades: grades
              .map((grade) => Math.min(Math.max(grade, own.firstGrade), own.lastGrade))
              .sort()
              .filter((grade, at, sorted) => grade !== sorted[at - 1]),
            number,
          }),
        }));
        const key = ({ schoolId, grades, number }: Pick<SchoolClass, 'schoolId' | 'grades' | 'number'>) =>
          `${schoolId} ${grades} ${number}`;
        const distinct = [...new Map(all.map((each) => [key(each.one), each])).values()];
        const classes = distinct.filter(({ byHand }) => !byHand).map(({ one }) => one);
        const later = distinct.filter(({ byHand }) => byHand).map(({ one }) => ({ ...one, schoolYear: '2025-2026' }));
        const { moves, joins, finishes, disappears, entrants } = rollOver(classes, later, schools, NEW_YEAR);

        const seen = [
          ...moves.flatMap(({ from, to }) => to.grades.map((grade) => `${from.id} ${grade - 1}`)),
          ...joins.flatMap(({ from, to }) => to.grades.map((grade) => `${from.id} ${grade - 1}`)),
          ...finishes.map(({ from, grade }) => `${from.id} ${grade}`),
          ...disappears.flatMap(({ from }) => from.grades.map((grade) => `${from.id} ${grade}`)),
        ];
        const expected = classes.flatMap(({ id, grades }) => grades.map((grade) => `${id} ${grade}`));
        expect(seen.sort()).toEqual(expected.sort());
        const made = [...moves.map(({ to }) => key(to)), ...entrants.map(key), ...later.map(key)];
        expect(new Set(made).size).toBe(made.length);
      }),
    );
  });
});
