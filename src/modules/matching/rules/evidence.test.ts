import { describe, expect, it } from 'vitest';
import { ByteInterner } from '../../../kernel/byte-interner';
import { parseDay } from '../../../kernel/day';
import { checkDigit } from '../../../kernel/id-number';
import { MISSING_DAY, type Register, type RegisterField, type RegisterKind } from '../../registers/index';
import { evidenceText, weighedText } from '../words';
import { findDuplicates } from './duplicates';
import { duplicateEvidence, evidenceOf } from './evidence';
import { identityOf, pairKey } from './identity';
import { type Pairing, pairRegisters } from './pairing';

type Child = { readonly [F in RegisterField]?: string } & { readonly birth?: string; readonly sex?: 0 | 1 | 2 };

const li: Child = {
  name: '李宏伟',
  idNumber: id('211324', '20130305', '017'),
  birth: '2013-03-05',
  sex: 1,
  guardian1Name: '李建国',
  guardian1Phone: '13842100001',
  township: '公营子镇',
  village: '桥子',
};

describe('the evidence of a link', () => {
  it.each<[string, Child, string[]]>([
    ['everything agrees', {}, ['身份证号相同', '姓名相同', '出生日期相同', '监护人和电话相同', '同村']],
    ['sounds alike', { name: '李洪伟' }, ['姓名同音：宏/洪']],
    ['traditional characters', { name: '李宏偉' }, ['姓名只是写法不同：伟/偉']],
    ['characters changed places', { name: '李伟宏' }, ['姓名字序颠倒：李宏伟/李伟宏']],
    ['a character is missing', { name: '李伟' }, ['姓名缺字：李宏伟/李伟']],
    ['a character could not be typed', { name: '李?伟' }, ['姓名缺字：宏/?']],
    ['one character differs', { name: '李宏雪' }, ['姓名差一个字：伟/雪']],
    ['another surname', { name: '赵宏伟' }, ['姓不同、名相同：李/赵']],
    ['renamed', { name: '李浩然', formerName: '李宏伟' }, ['曾用名相同']],
    ['one day off', { birth: '2013-03-06' }, ['出生日期差一天']],
    ['month and day changed places', { birth: '2013-05-03' }, ['出生日期月日颠倒']],
    ['one digit of the birth date', { birth: '2013-03-25' }, ['出生日期一位数字不同']],
    ['the farmers’ calendar', { birth: '2013-01-24' }, ['出生日期像农历与公历之别']],
    ['only the year of birth', { birth: '2013-01-01' }, ['出生年份相同，一方只登记到1月1日']],
    ['another birth', { birth: '2010-11-20' }, ['出生日期不同']],
    ['the guardian only', { guardian1Phone: '13842100002' }, ['监护人相同']],
    ['the telephone only', { guardian1Name: '王桂兰' }, ['电话相同']],
    ['another guardian', { guardian1Name: '王桂兰', guardian1Phone: '13842100002' }, ['监护人不同']],
    ['the township only', { village: '大营子' }, ['同乡镇']],
    ['another township', { township: '水泉镇', village: '南亮子' }, ['不同乡镇']],
    ['the other sex', { sex: 2 }, ['性别不同']],
    ['one slip in the number', { idNumber: spoilt(id('211324', '20130305', '017')) }, ['身份证号只差一处']],
    ['another number', { idNumber: id('211324', '20130305', '033') }, ['身份证号不同']],
    ['only the region differs', { idNumber: id('211381', '20130305', '017') }, ['身份证号只有地区码不同']],
  ])('says so: %s', (_, changes, sentences) => {
    const found = sentencesOf(li, { ...li, ...changes });
    for (const sentence of sentences) expect(found).toContain(sentence);
  });

  it.each<[Child, Child, string]>([
    [{ name: '李未' }, { name: '李末' }, '姓名形近：未/末'],
    [{ name: '古丽·买买提' }, { name: '古丽买买提' }, '姓名只是写法不同：古丽·买买提/古丽买买提'],
    [{ birth: '2013-12-21' }, { birth: '2013-12-12' }, '出生日期相邻两位颠倒'],
    [{ idNumber: 'H08123456' }, { idNumber: 'H08123456' }, '证件号文字相同'],
  ])('says so of %j and %j', (left, right, sentence) => {
    expect(sentencesOf({ ...li, ...left }, { ...li, ...right })).toContain(sentence);
  });

  it('tells a guardian found by number from one found by name and telephone', () => {
    const withId = { ...li, guardian1Id: id('211324', '19850101', '019') };
    expect(sentencesOf(withId, withId)).toContain('监护人证件号相同');
  });

  it('says nothing of what one side does not have', () => {
    const bare: Child = { name: '李宏伟' };
    expect(sentencesOf(li, bare).filter((sentence) => !sentence.includes('姓名'))).toEqual([]);
  });

  it('shows what each part weighs', () => {
    expect(weighedText(evidenceOf(pairingOf(li, li), 0))).toMatch(/^身份证号相同\(\+13\)；姓名相同\(\+\d+\)；/);
  });

  it('remembers what it shows only where no characters are shown', () => {
    const twice = [{ ...li, name: '李洪伟' }, { ...li, name: '李红伟' }, ...others];
    const both = pairRegisters(register('household', [li, ...others]), register('enrolment', twice));
    const pairing = { ...both, l: Uint32Array.of(0, 0), r: Uint32Array.of(0, 1), identity: Uint8Array.of(1, 1) };
    expect(evidenceOf(pairing, 0)).toContainEqual(expect.objectContaining({ detail: '宏/洪' }));
    expect(evidenceOf(pairing, 1)).toContainEqual(expect.objectContaining({ detail: '宏/红' }));
    const same = pairingOf(li, li);
    expect(evidenceOf(same, 0)).toBe(evidenceOf(same, 0));
  });

  it('says that two enrolments belong to one child of the household register', () => {
    const pairing = pairRegisters(register('household', [li, ...others]), register('enrolment', [li, li, ...others]));
    const [duplicate] = findDuplicates(pairing);
    expect(duplicate.reasons.flatMap((reason) => duplicateEvidence(pairing, reason)).map((one) => evidenceText(one))).toEqual(
      expect.arrayContaining(['与同一名户籍儿童对上', '身份证号相同']),
    );
  });
});

/** Enough others that agreeing in everything is no accident. */
const others: Child[] = [...'王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁'].map((surname, at) => ({
  name: `${surname}${'子涵欣怡浩然佳琪'[at % 8]}${'轩梓雨晨'[at % 4]}`,
  idNumber: id('211324', `2012${String(1 + (at % 12)).padStart(2, '0')}15`, String(100 + at)),
  birth: `2012-${String(1 + (at % 12)).padStart(2, '0')}-15`,
  guardian1Name: `${surname}志强`,
  guardian1Phone: `1384210${1000 + at}`,
  township: '水泉镇',
  village: `村${at}`,
}));

function sentencesOf(left: Child, right: Child): string[] {
  return evidenceOf(pairingOf(left, right), 0).map((one) => evidenceText(one));
}

/** A pairing whose only link is the first row with the first row, whatever the comparison would say to that. */
function pairingOf(left: Child, right: Child): Pairing {
  const pairing = pairRegisters(register('household', [left, ...others]), register('enrolment', [right, ...others]));
  const near = new Set(right.idNumber === spoilt(left.idNumber ?? '') ? [pairKey(0, 0)] : []);
  const identity = identityOf(pairing.pair.left, 0, pairing.pair.right, 0, near);
  return { ...pairing, l: Uint32Array.of(0), r: Uint32Array.of(0), identity: Uint8Array.of(identity) };
}

function register(kind: RegisterKind, children: readonly Child[]): Register {
  const fields: readonly RegisterField[] = ['name', 'formerName', 'idNumber', 'guardian1Name', 'guardian1Id', 'guardian1Phone'];
  const text = [...fields, 'township' as const, 'village' as const].map((field) => [field, packed(children, field)]);
  return {
    ...{ kind, files: ['a.csv'], count: children.length, problems: [], text: Object.fromEntries(text) },
    fileOf: new Uint16Array(children.length),
    rowOf: Uint32Array.from(children, (_, at) => at + 2),
    birth: Int32Array.from(children, ({ birth = '' }) => parseDay(birth) ?? MISSING_DAY),
    sex: Uint8Array.from(children, ({ sex = 0 }) => sex),
  };
}

function packed(children: readonly Child[], field: RegisterField) {
  const interner = new ByteInterner();
  const codes = Uint32Array.from(children, (child) => {
    const bytes = new TextEncoder().encode(child[field] ?? '');
    return interner.add(bytes, 0, bytes.length);
  });
  const { bytes, ends, count } = interner.view();
  return { codes, entries: { bytes, ends, count, kinds: new Uint8Array(count) } };
}

function id(region: string, birth: string, sequence: string): string {
  const body = region + birth + sequence;
  return body + checkDigit(body);
}

/** One digit of the sequence wrong, so that the check digit fails. */
function spoilt(number: string): string {
  return `${number.slice(0, 16)}${(Number(number[16]) + 1) % 10}${number.slice(17)}`;
}
