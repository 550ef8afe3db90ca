import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, readAs, transact } from '../../../platform/db';
import { childLine, listLines } from '../../children/server/index';
import type { GroupsView, MembersQuery, MembersView } from '../contract';
import { classFacts, groupOf, groups } from '../rules/groups';
import { refusals } from '../words';
import { classPermissions, refusal, scopeFor } from './asking';
import { groupIndex } from './mark-store';
import { countByGroup, listByGroup, spreadOfGroup } from './member-store';

/** How many children of the asker's places stand in each group whose class is his. */
export async function readCounts(db: Db, context: Context, ring: KeyRing): Promise<GroupsView> {
  return readAs(db, context, async (trx) => {
    const today = dayOf(trx.now);
    const rows: GroupsView['rows'][number][] = [];
    const counted = new Map<string, Awaited<ReturnType<typeof countByGroup>>>();
    for (const { key, class: of } of groups) {
      const scope = scopeFor(context, classPermissions[of]);
      if (!scope.county && scope.areas.length + scope.schools.length === 0) continue;
      const name = JSON.stringify(scope);
      const counts = counted.get(name) ?? (await countByGroup(trx, scope, today));
      counted.set(name, counts);
      const children = counts.get(groupIndex(ring, key).toString('hex')) ?? 0;
      rows.push({ group: key, children, listed: classFacts[of].listed });
    }
    return { today, rows };
  });
}

/** A page of the children of a group, by name; noted in the trail, since it tells what they are (PRV-04). */
export async function readMembers(db: Db, context: Context, ring: KeyRing, query: MembersQuery): Promise<MembersView> {
  const { group, school, grade, page, size } = query;
  const { class: of } = groupOf(group);
  if (!classFacts[of].listed) throw refusal('unprocessable', 'never-listed', refusals.listedNever);
  return transact(db, context, async (trx) => {
    const scope = scopeFor(context, classPermissions[of]);
    const asked = { scope, day: dayOf(trx.now), group: groupIndex(ring, group) };
    const { total, rows } = await listByGroup(trx, asked, { school, grade, page, size });
    const ids = rows.map((row) => row.child_id);
    const lines = new Map((await listLines(trx, scope, ids)).map((line) => [line.child_id, childLine(line)]));
    const result: MembersView = {
      ...{ group, total, page, size },
      ...spread(await spreadOfGroup(trx, asked)),
      rows: rows.flatMap((row) => {
        const line = lines.get(row.child_id);
        return line ? [{ ...line, fromDay: row.from_day, untilDay: row.until_day }] : [];
      }),
    };
    return { result, changes: [{ act: 'group.list', object: '-', detail: { group, page } }] };
  });
}

/** The children of a group by school and by grade. */
function spread(parts: Awaited<ReturnType<typeof spreadOfGroup>>): Pick<MembersView, 'schools' | 'grades'> {
  const schools = new Map<string, MembersView['schools'][number]>();
  const grades = new Map<number, number>();
  for (const { school, name, grade, children } of parts) {
    if (school !== '') schools.set(school, { school, name, children: (schools.get(school)?.children ?? 0) + children });
    if (grade !== null) grades.set(grade, (grades.get(grade) ?? 0) + children);
  }
  const byGrade = [...grades].map(([grade, children]) => ({ grade, children }));
  return { schools: [...schools.values()], grades: byGrade.sort((one, other) => one.grade - other.grade) };
}
