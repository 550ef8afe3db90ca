import { describe, expect, it } from 'vitest';
import { idOf, type Row, registerOf } from '../testing/factories';
import { birthLevels } from './birth-level';
import { nameLevel, nameLevels } from './name-level';
import { buildNameTable } from './name-table';
import {
  isNamesake,
  isOneChild,
  kinLevel,
  kinLevels,
  packPattern,
  patternOf,
  patterns,
  placeLevel,
  placeLevels,
  schoolLevel,
  schoolLevels,
  sexLevel,
  sexLevels,
  unpackPattern,
} from './pattern';
import { Dictionaries, peopleOf } from './people';

describe('the agreement pattern', () => {
  it('is unpacked as it was packed, every one', () => {
    for (let packed = 0; packed < patterns; packed++) expect(packPattern(unpackPattern(packed))).toBe(packed);
  });

  it('has a number of its own for every combination of levels', () => {
    const last = { name: nameLevels - 1, birth: birthLevels - 1, kin: kinLevels - 1, place: placeLevels - 1 };
    expect(packPattern({ ...last, sex: sexLevels - 1, school: schoolLevels - 1 })).toBe(patterns - 1);
    expect(new Set(Array.from({ length: patterns }, (_, packed) => JSON.stringify(unpackPattern(packed)))).size).toBe(patterns);
  });
});

describe('the family', () => {
  const father = { guardian1Name: '李建国', guardian1Phone: '13800000001' };
  it.each<[keyof typeof kinLevel, Row, Row]>([
    ['sure', father, father],
    ['sure', { guardian1Id: idOf('1985-01-01', 19) }, { headId: idOf('1985-01-01', 19) }],
    ['sure', { ...father, guardian2Name: '王秀英' }, { headName: '李建国', phone: '13800000001' }],
    ['name', father, { ...father, guardian1Phone: '13800000002' }],
    ['name', father, { guardian2Name: '李建国' }],
    ['phone', father, { ...father, guardian1Name: '赵强' }],
    ['nameAlike', father, { guardian1Name: '李健国' }],
    ['nameAlike', father, { guardian1Name: '李建' }],
    ['phoneDiffers', { guardian1Phone: '13800000001' }, { phone: '13800000002' }],
    ['differs', father, { guardian1Name: '赵强', guardian1Phone: '13800000002' }],
    ['differs', father, { guardian1Name: '李志强' }],
    ['missing', father, {}],
    ['missing', { guardian1Name: '李建国' }, { phone: '13800000001' }],
  ])('%s: %j, %j', (level, left, right) => {
    expect(patternOfRows(left, right).kin).toBe(kinLevel[level]);
    expect(patternOfRows(right, left).kin).toBe(kinLevel[level]);
  });
});

describe('the place', () => {
  it.each<[keyof typeof placeLevel, Row, Row]>([
    ['village', { township: '水泉镇', village: '桥子' }, { township: '水泉镇', village: '桥子' }],
    ['village', { township: '水泉镇', village: '桥子' }, { village: '桥子' }],
    ['township', { township: '水泉镇', village: '桥子' }, { township: '水泉镇', village: '河东' }],
    ['township', { township: '水泉镇' }, { township: '水泉镇', village: '河东' }],
    ['differs', { township: '水泉镇', village: '三家' }, { township: '南哨镇', village: '三家' }],
    ['differs', { village: '桥子' }, { village: '河东' }],
    ['village', { address: '滨河小区3号楼' }, { address: '滨河小区3号楼' }],
    ['missing', { township: '水泉镇' }, { village: '桥子' }],
    ['missing', {}, { village: '桥子' }],
  ])('%s: %j, %j', (level, left, right) => {
    expect(patternOfRows(left, right).place).toBe(placeLevel[level]);
    expect(patternOfRows(right, left).place).toBe(placeLevel[level]);
  });
});

describe('sex, and school', () => {
  it('says nothing where one side does not know the sex', () => {
    expect(patternOfRows({ sex: '男' }, { sex: '男' }).sex).toBe(sexLevel.equal);
    expect(patternOfRows({ sex: '男' }, { sex: '女' }).sex).toBe(sexLevel.differs);
    expect(patternOfRows({ sex: '男' }, {}).sex).toBe(sexLevel.missing);
  });

  it('takes birth and sex from the number where the row has none', () => {
    const pattern = patternOfRows({ idNumber: idOf('2012-03-05', 117) }, { birth: '2012-03-05', sex: '男' });
    expect(pattern).toMatchObject({ birth: 1, sex: sexLevel.equal });
  });

  it.each<[keyof typeof schoolLevel, Row, Row]>([
    ['schoolClass', { school: '一小', grade: '三', className: '2' }, { school: '一小', grade: '三', className: '2' }],
    ['school', { school: '一小', className: '2' }, { school: '一小' }],
    ['differs', { school: '一小' }, { school: '二小' }],
    ['missing', { school: '一小' }, {}],
  ])('%s: %j, %j', (level, left, right) => {
    expect(patternOfRows(left, right).school).toBe(schoolLevel[level]);
  });
});

describe('a former name', () => {
  it('counts on either side, written in any way', () => {
    expect(patternOfRows({ name: '李浩然', formerName: '李宏偉' }, { name: '李宏伟' }).name).toBe(nameLevel.former);
    expect(patternOfRows({ name: '李宏伟' }, { name: '李浩然', formerName: '李宏伟' }).name).toBe(nameLevel.former);
  });

  it('does not make less of names that are equal, nor anything of two former names', () => {
    expect(patternOfRows({ name: '李宏伟', formerName: '李宏' }, { name: '李宏伟' }).name).toBe(nameLevel.exact);
    expect(patternOfRows({ name: '赵一', formerName: '李宏伟' }, { name: '王天', formerName: '李宏伟' }).name).toBe(
      nameLevel.different,
    );
  });
});

describe('one child by everything but the number', () => {
  const child: Row = { name: '李宏伟', birth: '2012-03-05', sex: '男', guardian1Name: '李建国' };

  it('has name, birth and guardian in common', () => {
    expect(isOneChild(packed(child, { ...child, name: '李宏偉' }))).toBe(true);
    expect(isOneChild(packed(child, { ...child, guardian1Name: '李建军' }))).toBe(false);
    expect(isOneChild(packed(child, { ...child, name: '李洪伟' }))).toBe(false);
  });

  it('may be a namesake where the guardian is not the same', () => {
    expect(isNamesake(packed(child, { ...child, guardian1Name: '赵强' }))).toBe(true);
    expect(isNamesake(packed(child, { ...child, sex: '女' }))).toBe(false);
    expect(isNamesake(packed(child, { ...child, birth: '2012-03-06' }))).toBe(false);
  });
});

function patternOfRows(left: Row, right: Row) {
  return unpackPattern(packed(left, right));
}

function packed(left: Row, right: Row): number {
  const dictionaries = new Dictionaries();
  const [a, b] = [left, right].map((row) => peopleOf(registerOf('household', [row]), dictionaries));
  return patternOf({ left: a, right: b, names: buildNameTable(dictionaries.names) }, 0, 0);
}
