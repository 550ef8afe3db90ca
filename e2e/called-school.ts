import { kazuo } from '../src/modules/area';
import { seedAreas, seedSchools } from '../src/modules/area/server';
import { aClass, aSchool } from '../src/modules/area/testing/factories';
import { seedCalendar } from '../src/modules/calendar/server';
import { countChildren } from '../src/modules/standing/server';
import { ToldCounty } from '../src/modules/standing/testing/told-county-store';
import { rawSql } from '../src/platform/access/testing/raw-store';
import { newId, readAs, transact } from '../src/platform/db';
import { type ServedOffice, startOffice } from './office';

/** The children of 三年级1班. */
export const names = ['安然', '白雪', '陈晨', '杜鹃', '冯雨', '高山', '韩冬', '金星'];

/** One calling as the books have it. */
export type KeptRoll = {
  readonly version: number;
  readonly present: number;
  readonly away: readonly string[];
  readonly late: number;
};

/** A county with a school of two classes that are called, one of them with eight children, its teacher and its registrar. */
export type CalledSchool = Pick<ServedOffice, 'address' | 'faults' | 'stop'> & {
  /** Half past eight in the morning, in China. */
  readonly onDay: (day: string) => void;
  /** How the server answers to a look at an address, by its headers. */
  readonly headers: (path: string) => Promise<Headers>;
  /** Every calling of 三年级1班 on a day, the first one first. */
  readonly rolls: (day: string) => Promise<readonly KeptRoll[]>;
};

/** Opens it. */
export async function openCalledSchool(): Promise<CalledSchool> {
  const office = await startOffice({ demo: true });
  const { house } = office;
  const onDay = (day: string) => house.at(new Date(`${day}T00:30:00Z`));
  onDay('2025-03-10');
  const school = aSchool({ id: 'a', name: '青禾小学' });
  const classes = [1, 2].map((number) => ({
    ...aClass(school, { id: number === 1 ? 'b' : 'c', number, grades: [3] }),
    areaPath: school.areaPath,
  }));
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes, owners: [] });
    return { result: undefined, changes: [] };
  });
  const [first] = classes;
  const county = new ToldCounty(house);
  const known = new Map<string, string>();
  for (const name of names) {
    const id = newId();
    known.set(id, name);
    await county.add({ [id]: '2014-11-20' });
    await county.move(id, { school_path: first?.path, name });
    const enrolled = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: first?.path };
    await county.tell(id, { day: '2025-03-01', kind: 'enrolment', body: enrolled });
    await county.tell(id, { day: '2025-03-01', kind: 'class-list', body: { at: first?.path, answer: 'present' } });
  }
  await countChildren({ db: house.db, context: house.system });
  await office.person('teacher', 'class-teacher');
  await office.person('registrar', 'registrar');
  const headers = async (path: string) => (await fetch(`${office.address}${path}`)).headers;
  const rolls = async (day: string) => {
    type Row = { version: number; present: string[]; marks: { childId: string; mark: string }[]; days_late: number };
    const rows = await readAs(house.db, house.system, (trx) =>
      rawSql<Row>(
        trx,
        `select version, present, marks, days_late from class_roll where class_id = 'b' and day = '${day}' order by version`,
      ),
    );
    return rows.map(({ version, present, marks, days_late: late }) => {
      const away = marks.flatMap(({ childId, mark }) => (mark === 'back' ? [] : [known.get(childId) ?? childId]));
      return { version, present: present.length, away: away.sort(), late };
    });
  };
  return { address: office.address, faults: office.faults, stop: office.stop, onDay, headers, rolls };
}
