import { ByteInterner } from '../../../kernel/byte-interner';
import { birthOfIdKey, idKeyOfBytes, sexOfIdKey } from '../../../kernel/id-number';
import type { PackedColumn } from '../../../kernel/packed-column';
import { MISSING_DAY, type Register, type RegisterField } from '../../registers/index';

/** One dictionary for both sides of a comparison, so that equal texts have equal numbers on either side. */
export class Dictionaries {
  readonly names = new ByteInterner(4096);
  readonly phones = new ByteInterner(4096);
  readonly townships = new ByteInterner(64);
  readonly villages = new ByteInterner(512);
  readonly schools = new ByteInterner(256);
  /** ID numbers that are not valid, and documents that are no ID card */
  readonly documents = new ByteInterner(1024);
}

/** What the comparison looks at, a typed array a field, a number a row; 0 (birth: MISSING_DAY, id: -1) is "not known". */
export type People = {
  readonly count: number;
  readonly name: Uint32Array;
  readonly former: Uint32Array;
  /** key of a valid ID number (kernel/id-number), else -1 */ readonly id: Float64Array;
  readonly document: Uint32Array;
  /** 1 where a row's own birth or sex says that its valid number is somebody else's */ readonly doubtfulId: Uint8Array;
  /** from the birth column, else from the valid ID number */ readonly birth: Int32Array;
  /** from the sex column, else from the valid ID number */ readonly sex: Uint8Array;
  readonly township: Uint32Array;
  readonly village: Uint32Array;
  /** guardians and the head of the household, in the dictionary of names */ readonly kinNames: readonly Uint32Array[];
  readonly kinIds: readonly Float64Array[];
  readonly phones: readonly Uint32Array[];
  readonly school: Uint32Array;
  /** school, grade and class together */ readonly schoolClass: Uint32Array;
};

/** Turns a register into numbers; both registers of a comparison are given the same dictionaries. */
export function peopleOf(register: Register, dictionaries: Dictionaries): People {
  const { text, count } = register;
  const ids = readIds(register, dictionaries);
  const numbered = (field: RegisterField, dictionary: ByteInterner) =>
    rowsOf(text[field], count, (column) => dictionary.addEntries(column.entries));
  const present = (fields: readonly RegisterField[]) => fields.filter((field) => text[field] !== undefined);
  const school = numbered(text.school ? 'school' : 'schoolCode', dictionaries.schools);
  return {
    count,
    name: numbered('name', dictionaries.names),
    former: numbered('formerName', dictionaries.names),
    id: ids.id,
    document: ids.document,
    doubtfulId: doubtful(register, ids.id),
    birth: known(register.birth, MISSING_DAY, ids.id, birthOfIdKey),
    sex: known(register.sex, 0, ids.id, sexOfIdKey),
    township: numbered('township', dictionaries.townships),
    village: placesOf(register, dictionaries),
    kinNames: present(['guardian1Name', 'guardian2Name', 'headName']).map((field) => numbered(field, dictionaries.names)),
    kinIds: present(['guardian1Id', 'guardian2Id', 'headId']).map((field) => idKeys(text[field], count)),
    phones: present(['phone', 'guardian1Phone', 'guardian2Phone']).map((field) => numbered(field, dictionaries.phones)),
    school,
    schoolClass: classesOf(register, school),
  };
}

/**
 * The village; where no village could be read from it, the whole address as it is written (a flat in the county town, a
 * street abroad): equal addresses say as much.
 */
function placesOf(register: Register, dictionaries: Dictionaries): Uint32Array {
  const { village, address } = register.text;
  const rows = rowsOf(village, register.count, (column) => dictionaries.villages.addEntries(column.entries));
  if (!address || !rows.includes(0)) return rows;
  const { bytes, ends } = address.entries;
  for (let row = 0; row < register.count; row++) {
    const entry = address.codes[row];
    if (rows[row] === 0 && entry !== 0) rows[row] = dictionaries.villages.add(bytes, ends[entry - 1], ends[entry]);
  }
  return rows;
}

function rowsOf(column: PackedColumn | undefined, count: number, numbersOf: (column: PackedColumn) => Uint32Array): Uint32Array {
  if (!column) return new Uint32Array(count);
  const numbers = numbersOf(column);
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = numbers[column.codes[row]];
  return rows;
}

/** The column where it knows, else what the valid ID number says; a new array only where something is added. */
function known<A extends Int32Array | Uint8Array>(
  column: A,
  missing: number,
  id: Float64Array,
  ofKey: (key: number) => number,
): A {
  const filled = column.slice() as A;
  for (let row = 0; row < filled.length; row++) if (filled[row] === missing && id[row] >= 0) filled[row] = ofKey(id[row]);
  return filled;
}

function doubtful(register: Register, id: Float64Array): Uint8Array {
  const doubts = new Uint8Array(register.count);
  for (let row = 0; row < register.count; row++) {
    if (id[row] < 0) continue;
    const birth = register.birth[row] !== MISSING_DAY && register.birth[row] !== birthOfIdKey(id[row]);
    const sex = register.sex[row] !== 0 && register.sex[row] !== sexOfIdKey(id[row]);
    if (birth || sex) doubts[row] = 1;
  }
  return doubts;
}

/** 残疾人证号 is the ID number, one digit for the kind and one for the degree: its first 18 characters are compared. */
function readIds(register: Register, dictionaries: Dictionaries): { id: Float64Array; document: Uint32Array } {
  const id = idKeys(register.text.idNumber, register.count);
  const card = register.text.disabilityCard;
  if (card) {
    const cardIds = idKeys(card, register.count);
    for (let row = 0; row < id.length; row++) if (id[row] < 0) id[row] = cardIds[row];
  }
  const document = rowsOf(register.text.idNumber, register.count, (column) => dictionaries.documents.addEntries(column.entries));
  for (let row = 0; row < id.length; row++) if (id[row] >= 0) document[row] = 0;
  return { id, document };
}

function idKeys(column: PackedColumn | undefined, count: number): Float64Array {
  const rows = new Float64Array(count).fill(-1);
  if (!column) return rows;
  const { bytes, ends, count: entries } = column.entries;
  const keys = new Float64Array(entries).fill(-1);
  for (let entry = 1; entry < entries; entry++) {
    const from = ends[entry - 1];
    keys[entry] = idKeyOfBytes(bytes, from, Math.min(ends[entry], from + 18));
  }
  for (let row = 0; row < count; row++) rows[row] = keys[column.codes[row]];
  return rows;
}

/** A school's class as one number; 0 where the register names no class. A file a school counts as its school. */
function classesOf(register: Register, school: Uint32Array): Uint32Array {
  const { grade, className } = register.text;
  const classes = new Uint32Array(register.count);
  if (!className) return classes;
  const known = new Map<number, number>();
  for (let row = 0; row < register.count; row++) {
    const inSchool = (grade?.codes[row] ?? 0) * 65536 + className.codes[row];
    if (inSchool === 0) continue;
    const key = (school[row] * 256 + (register.fileOf[row] % 256)) * 2 ** 26 + inSchool;
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    classes[row] = number;
  }
  return classes;
}
