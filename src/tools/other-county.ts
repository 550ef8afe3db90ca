import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeCsv } from './demo/csv';
import { makeRng, type Rng } from './demo/random';
import { makePeople, type OtherPerson, type OtherShares, otherKinds, schoolsFor } from './other/people';
import { type Clerk, hireClerk, replaceRare, slipInName, slipInNumber } from './other/typist';
import { groupBits, type Truth, type TruthRegister } from './truth-file';

/**
 * What is special about a county of the second generator: `minimal` few columns and few errors, `noIds` class lists without
 * ID numbers, `dirty` 15 % of ID numbers and 10 % of names wrong, `minority`, `twins` and `rare` a population of that sort.
 */
export const otherModes = ['minimal', 'noIds', 'dirty', 'minority', 'twins', 'rare'] as const;
export type OtherMode = (typeof otherModes)[number];

export type OtherOptions = { readonly seed: number; readonly children: number; readonly mode: OtherMode };
export type OtherTable = { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };
export type OtherCounty = { readonly household: OtherTable; readonly enrolment: OtherTable; readonly truth: Truth };

/** Shares of enrolment rows with a wrong or missing number and with a wrong name, on average over the schools. */
export const otherRates = {
  minimal: { id: 0.04, name: 0.015 },
  noIds: { id: 0.04, name: 0.03 },
  dirty: { id: 0.15, name: 0.1 },
  minority: { id: 0.05, name: 0.06 },
  twins: { id: 0.05, name: 0.02 },
  rare: { id: 0.05, name: 0.02 },
} as const satisfies Record<OtherMode, { id: number; name: number }>;

const usualShares: OtherShares = { minority: 0.03, rare: 0.004, twinBirths: 0.015, perMother: 1.3 };
const sharesOf: Record<OtherMode, OtherShares> = {
  minimal: usualShares,
  noIds: usualShares,
  dirty: usualShares,
  minority: { ...usualShares, minority: 0.5 },
  twins: { ...usualShares, twinBirths: 0.1, perMother: 2.6 },
  rare: { ...usualShares, rare: 0.35 },
};

const placeHeads = [...'柳石枫梅溪塘坪岭桥埔洋坂潭寨湖'];
const placeTails = [...'口头尾前后上下里边'];

/** Makes the two registers of another county, drawn in another way than the demonstration's; the same options give the same. */
export function generateOther({ seed, children, mode }: OtherOptions): OtherCounty {
  const villages = placeHeads.length * placeTails.length;
  const people = makePeople(seed, children, villages, sharesOf[mode]);
  const household = householdTable(seed, people);
  const enrolment = enrolmentTable(seed, mode, people, schoolsFor(children));
  return {
    household: household.table,
    enrolment: enrolment.table,
    truth: {
      version: 1,
      generator: `other/${mode}`,
      seed,
      asOf: '2025-03-01',
      kinds: otherKinds,
      persons: {
        kind: people.map((person) => otherKinds.indexOf(person.kind)),
        groups: people.map(groupsOf),
        inAge: people.map((person) => (person.kind === 'tooOld' || person.kind === 'tooYoung' ? 0 : 1)),
      },
      registers: { household: household.truth, enrolment: enrolment.truth },
      traps: [],
    },
  };
}

/** Writes household.csv, enrolment.csv and truth.json of another county into `folder`. */
export async function writeOther(
  folder: string,
  options: OtherOptions,
): Promise<{ household: string; enrolment: string; truth: string }> {
  const county = generateOther(options);
  const at = (name: string) => path.join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeCsv(at('household.csv'), [county.household.headers, ...county.household.rows]);
  await writeCsv(at('enrolment.csv'), [county.enrolment.headers, ...county.enrolment.rows]);
  await writeFile(at('truth.json'), JSON.stringify(county.truth));
  return { household: at('household.csv'), enrolment: at('enrolment.csv'), truth: at('truth.json') };
}

type Written = { readonly table: OtherTable; readonly truth: TruthRegister };

function householdTable(seed: number, people: readonly OtherPerson[]): Written {
  const rng = makeRng(seed, 52);
  const listed = people.filter((person) => person.kind !== 'resident').sort((a, b) => a.village - b.village || a.id - b.id);
  const notes = noteBook();
  const rows = listed.map((person, i) => {
    const rare = person.manner === 'rare' && rng.chance(0.1);
    if (rare) notes.add('nameRare', i);
    return [rare ? replaceRare(rng, person.name) : person.name, person.idNumber, addressOf(person)];
  });
  const truth = { file: 'household.csv', firstRow: 2, person: listed.map(({ id }) => id), badId: [], errors: notes.errors };
  return { table: { headers: ['姓名', '身份证号', '户籍地址'], rows }, truth };
}

const enrolmentHeaders = ['姓名', '身份证件号', '性别', '出生日期', '学校名称', '监护人姓名'];

function enrolmentTable(seed: number, mode: OtherMode, people: readonly OtherPerson[], schools: number): Written {
  const rng = makeRng(seed, 53);
  const clerks = Array.from({ length: schools }, () => hireClerk(rng));
  const listed = people
    .flatMap((person) =>
      person.school < 0
        ? []
        : person.twice
          ? [
              { person, school: person.school },
              { person, school: (person.school + 1) % schools },
            ]
          : [{ person, school: person.school }],
    )
    .sort((a, b) => a.school - b.school || a.person.birth.localeCompare(b.person.birth) || a.person.id - b.person.id);
  const notes = noteBook();
  const badId: number[] = [];
  const rows = listed.map(({ person, school }, i) => {
    const row = typeRow(rng, clerks[school], mode, { person, school, note: (kind) => notes.add(kind, i) });
    if (row[1] !== person.idNumber) badId.push(i + 2);
    return mode === 'noIds' ? [row[0], ...row.slice(2)] : row;
  });
  const headers = mode === 'noIds' ? enrolmentHeaders.filter((header) => header !== '身份证件号') : enrolmentHeaders;
  const truth = {
    file: 'enrolment.csv',
    firstRow: 2,
    person: listed.map(({ person }) => person.id),
    badId,
    errors: notes.errors,
  };
  return { table: { headers, rows }, truth };
}

type Typing = { readonly person: OtherPerson; readonly school: number; readonly note: (kind: string) => void };

/** One row as the school's clerk types it: number, name and birthday each go wrong with the clerk's own frequency. */
function typeRow(rng: Rng, clerk: Clerk, mode: OtherMode, { person, school, note }: Typing): string[] {
  const rates = otherRates[mode];
  const goesWrong = (rate: number) => rng.chance(Math.min(0.9, rate * clerk.sloppiness));
  let { name, idNumber, birth } = person;
  if (mode === 'noIds') idNumber = '';
  else if (goesWrong(rates.id)) {
    idNumber = rng.chance(0.35) ? '' : slipInNumber(rng, clerk, idNumber);
    note(idNumber === '' ? 'idMissing' : 'idSlip');
  }
  if (person.manner === 'rare' && rng.chance(0.5)) {
    name = replaceRare(rng, name);
    note('nameRare');
  } else if (goesWrong(rates.name)) {
    name = slipInName(rng, clerk, name);
    if (name !== person.name) note('nameSlip');
  }
  if (goesWrong(0.01)) {
    birth = slipInNumber(rng, { ...clerk, scans: false }, `${birth}0000000000`).slice(0, 8);
    note('birthSlip');
  }
  const guardian = rng.chance(0.6) ? person.father : person.mother;
  return [name, idNumber, person.male ? '男' : '女', birth, `${placeHeads[school % placeHeads.length]}${school}号学校`, guardian];
}

function noteBook() {
  const errors: Record<string, number[]> = {};
  const add = (kind: string, row: number) => {
    errors[kind] ??= [];
    errors[kind].push(row + 2);
  };
  return { errors, add };
}

function addressOf(person: OtherPerson): string {
  const town = placeHeads[person.village % placeHeads.length];
  const village = placeTails[Math.floor(person.village / placeHeads.length)];
  return `${town}河镇${town}${village}村${person.house}号`;
}

function groupsOf(person: OtherPerson): number {
  const minority = person.manner === 'minority' ? groupBits.minority : 0;
  return minority + (person.siblings ? groupBits.siblings : 0) + (person.manner === 'rare' ? groupBits.rare : 0);
}
