import type { SeededSchools } from '../../modules/area/server';
import { type Role, roleFacts } from '../../platform/access';
import { DEMO_PASSWORD, type DemoLogin, demoLogins } from '../../platform/access/demo';
import { insertGrants } from '../../platform/access/grants/grant-store';
import { hashPassword } from '../../platform/access/password';
import { activateByProvider, activateRow, insertAccounts } from '../../platform/access/people/account-store';
import { newId, type Trx } from '../../platform/db';

/** An account of the demo county before it is written. */
export type DemoAccount = {
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly role: Role;
  readonly path: string;
};

const BUREAU = '县教育局';
const SINCE = '2024-09-01';

/** One account of every role, and a second teacher; teachers and heads are the owners of their class and school. */
export function demoAccounts(countyId: string, seeded: SeededSchools): readonly DemoAccount[] {
  const county = `${countyId}/`;
  const primary = required(seeded.schools.find((school) => school.kind === 'primary'));
  const [teachers, other] = seeded.classes.filter((one) => one.schoolId === primary.id);
  const village = required(seeded.owners.find((owner) => owner.kind === 'village'));
  const township = required(seeded.owners.find((owner) => owner.kind === 'township' && village.path.startsWith(owner.path)));
  const nameAt = (path: string) => required(seeded.owners.find((owner) => owner.path === path)).name;
  const people: Readonly<Record<DemoLogin, readonly [name: string, unit: string, path: string]>> = {
    officer: ['王立新', BUREAU, county],
    registrar: ['李学敏', primary.name, primary.path],
    teacher: [nameAt(required(teachers).path), primary.name, required(teachers).path],
    principal: [nameAt(primary.path), primary.name, primary.path],
    township: [township.name, '乡镇（街道）', township.path],
    village: [village.name, '村（社区）', village.path],
    leader: ['陈国强', BUREAU, county],
    inspector: ['佟玉明', '县督导室', primary.path],
    department: ['韩卫国', '县残联', county],
    officer2: ['包晓红', BUREAU, county],
    teacher2: [nameAt(required(other).path), primary.name, required(other).path],
    sysadmin: ['鲍海波', BUREAU, county],
    secadmin: ['席亚男', BUREAU, county],
    auditor: ['暴振宇', BUREAU, county],
  };
  return demoLogins.map(({ login, role }) => {
    const [name, unit, path] = people[login];
    return { userId: role === 'class-teacher' ? teacherOf(path) : newId(), login, role, name, unit, path };
  });
}

/** The teachers of the other classes, so that it says who has called them. Nobody can sign in as one: they have no password. */
export function otherTeachers(seeded: SeededSchools, accounts: readonly DemoAccount[]): readonly DemoAccount[] {
  const known = new Set(accounts.map(({ path }) => path));
  const schools = new Map(seeded.schools.map((school) => [school.id, school.name]));
  const names = new Map(seeded.owners.map((owner) => [owner.path, owner.name]));
  return seeded.classes
    .filter(({ path }) => !known.has(path))
    .map(({ path, schoolId }, at): DemoAccount => {
      const login = `bzr${String(at + 1).padStart(4, '0')}`;
      const name = required(names.get(path));
      return { userId: teacherOf(path), login, role: 'class-teacher', name, unit: schools.get(schoolId) ?? '', path };
    });
}

/** The heads of the other schools, so that it says who has signed for them; they cannot sign in either. Each has the id of its school. */
export function otherHeads(seeded: SeededSchools, accounts: readonly DemoAccount[]): readonly DemoAccount[] {
  const known = new Set(accounts.filter(({ role }) => role === 'principal').map(({ path }) => path));
  const names = new Map(seeded.owners.map((owner) => [owner.path, owner.name]));
  return seeded.schools
    .filter(({ path }) => !known.has(path))
    .map(({ id, path, name: unit }, at): DemoAccount => {
      const login = `xz${String(at + 1).padStart(4, '0')}`;
      return { userId: id, login, role: 'principal', name: required(names.get(path)), unit, path };
    });
}

/** Whoever has the class at the end of a path; the account of a class teacher has the id of the class, so that nobody need look it up. */
function teacherOf(path: string): string {
  return required(path.split('/').at(-2));
}

/** Writes them, the first ready to sign in. One digest for all: they share the printed password. */
export async function seedAccounts(trx: Trx, printed: readonly DemoAccount[], others: readonly DemoAccount[]): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  const accounts = [...printed, ...others];
  await insertAccounts(trx, accounts);
  for (const { userId } of printed) await activateRow(trx, userId, hash, false);
  for (const { userId } of others) await activateByProvider(trx, userId);
  await insertGrants(
    trx,
    accounts.map(({ userId, role, path }) => {
      const { tree } = roleFacts(role);
      return {
        grantId: newId(),
        userId,
        role,
        tree,
        path,
        fromDay: SINCE,
        untilDay: null,
        reason: '演示账号',
        askedBy: null,
        approved: true,
      };
    }),
  );
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo county lacks a place that its accounts need');
  return value;
}
