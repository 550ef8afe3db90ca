import { type Day, formatDay, parseDay } from '../../../kernel/day';
import type { PastMark } from '../../../modules/groups/server';
import type { Rng } from '../random';

/** How many children in a thousand have a mark by hand, by which definition and by which paper; all of it is made up. */
const usual = [
  { share: 30, group: 'left-behind', definition: 'civil', document: '乡镇 2025 年春季留守儿童名单' },
  { share: 8, group: 'left-behind', definition: 'record', document: '学籍系统 2025 年 2 月导出' },
  { share: 12, group: 'hardship', definition: 'civil', document: '县民政局 2025 年 1 月困境儿童名单' },
  { share: 12, group: 'migrant', definition: 'residence', document: '入学登记时的居住证明' },
  { share: 3, group: 'orphan', definition: 'civil', document: '县民政局 2025 年 1 月孤儿名单' },
  { share: 3, group: 'unsupported', definition: 'civil', document: '县民政局 2025 年 1 月事实无人抚养儿童名单' },
  { share: 2, group: 'returned', definition: 'returned', document: '2024 年秋季劝返记录' },
  { share: 0.3, group: 'involved', definition: 'told', document: '县检察院书面告知' },
  { share: 0.7, group: 'protected', definition: 'told', document: '县医院书面建议' },
] as const;

/** Of the marks so many were ended in winter, when the lists were gone through again. */
const ENDED = 0.06;

/** The marks of the children of a class as they stand on a day, each since some day of the winter. */
export function marksOf(rng: Rng, children: readonly string[], today: Day): readonly PastMark[] {
  return children.flatMap((childId): PastMark[] => {
    let drawn = rng.next() * 1000;
    const found = usual.find(({ share }) => {
      drawn -= share;
      return drawn < 0;
    });
    if (found === undefined) return [];
    const { share: _, ...said } = found;
    const from = dayBefore(today, 30 + rng.int(120));
    const ended = rng.chance(ENDED) ? dayBefore(today, rng.int(25)) : null;
    return [{ ...said, childId, source: 'person', from, until: dayBefore(from, -365), ended }];
  });
}

function dayBefore(day: Day, days: number): Day {
  return formatDay((parseDay(day) ?? 0) - days);
}
