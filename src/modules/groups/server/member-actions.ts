import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, readAs, transact } from '../../../platform/db';
import { childLine, listLines } from '../../children/server/index';
import type { GroupsView, MembersQuery, MembersView } from '../contract';
import { classFacts, groupOf, groups } from '../rules/groups';
import { refusals } from '../words';
import { classPermissions, refusal, scopeFor } from './asking';
import { groupIndex } from './mark-store';
import { countByGroup, listByGroup } from './member-store';

/** So many names stand on a page. */
const onPage = 50;

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
  const { class: of } = groupOf(query.group);
  if (!classFacts[of].listed) throw refusal('unprocessable', 'never-listed', refusals.listedNever);
  return transact(db, context, async (trx) => {
    const scope = scopeFor(context, classPermissions[of]);
    const page = { page: query.page, size: onPage };
    const { total, rows } = await listByGroup(trx, scope, dayOf(trx.now), groupIndex(ring, query.group), page);
    const lines = new Map(
      (
        await listLines(
          trx,
          scope,
          rows.map((row) => row.child_id),
        )
      ).map((line) => [line.child_id, childLine(line)]),
    );
    const result = {
      ...{ group: query.group, total, ...page },
      rows: rows.flatMap((row) => {
        const line = lines.get(row.child_id);
        return line ? [{ ...line, fromDay: row.from_day, untilDay: row.until_day }] : [];
      }),
    };
    return { result, changes: [{ act: 'group.list', object: '-', detail: { group: query.group, page: query.page } }] };
  });
}
