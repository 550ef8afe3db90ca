import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKind } from '../../../kernel/packed-column';
import { anIdNumber } from '../testing/sheets';
import {
  cleanAddress,
  cleanCode,
  cleanId,
  cleanName,
  cleanPhone,
  cleanText,
  isCleanAddress,
  isCleanCode,
  isCleanName,
  isCleanPhone,
  isCleanText,
  readSex,
} from './clean';

const valid = anIdNumber();
const text = (raw: string) => cleanId(raw, cellKind.text);
const number = (raw: string) => cleanId(raw, cellKind.number);

describe('any text', () => {
  it('loses what nobody sees and keeps what somebody typed', () => {
    expect(cleanText('　公营子镇　')).toBe('公营子镇');
    expect(cleanText('桥子\u200b村\ufeff３组')).toBe('桥子村3组');
    expect(cleanText('一 \n 二')).toBe('一 二');
    expect(cleanText('葛\u{e0100}')).toBe('葛');
  });

  it('keeps private-use characters, with which old systems wrote rare names', () => {
    expect(cleanText('李\ue863')).toBe('李\ue863');
    expect(cleanName('李\ue863')).toBe('李\ue863');
  });
});

describe('a name', () => {
  it('has no blanks, of whatever width, unless it is written in Latin letters', () => {
    for (const raw of ['张 三', '张　三', '张\u00a0三', '\t张三 ', '张\u200d三']) expect(cleanName(raw)).toBe('张三');
    expect(cleanName('Anna   Maria')).toBe('Anna Maria');
  });

  it('has one kind of dot', () => {
    for (const dot of ['·', '．', '•', '‧', '・', '。', '.', '･', ' · ', '··'])
      expect(cleanName(`图门${dot}巴雅尔`)).toBe('图门·巴雅尔');
    expect(cleanName('张三.')).toBe('张三');
  });

  it('is empty where the cell says that there is none', () => {
    for (const raw of ['无', '无名', '未知', '不详', '-', '/', '—', '暂无', 'NULL', 'n/a', '  ', '·'])
      expect(cleanName(raw)).toBe('');
    expect(cleanName('吴名')).toBe('吴名');
  });
});

describe('an ID number', () => {
  it('is the same however it was typed', () => {
    const withX = anIdNumber('20130901', '002');
    expect(withX).toMatch(/X$/);
    const full = [...withX].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('');
    const typed = [
      withX.toLowerCase(),
      ` ${withX} `,
      `'${withX}`,
      `‘${withX}`,
      `="${withX}"`,
      full,
      `${withX.slice(0, 6)} ${withX.slice(6)}`,
      `${withX.slice(0, 6)}-${withX.slice(6)}`,
      `\u200e${withX}`,
    ];
    expect(typed.map((raw) => text(raw))).toEqual(typed.map(() => ({ text: withX })));
  });

  it('keeps an old number of 15 digits as it is, also from a number cell, which holds 15 digits exactly', () => {
    expect(text('211324820305001')).toEqual({ text: '211324820305001' });
    expect(number('211324820305001')).toEqual({ text: '211324820305001' });
    expect(number('211324820305001.0')).toEqual({ text: '211324820305001' });
  });

  it('is empty, and never mended, where a spreadsheet rounded it', () => {
    expect(number('211324201203050000')).toEqual({ text: '', problem: 'idLostDigits' });
    expect(number(valid)).toEqual({ text: '', problem: 'idLostDigits' });
    expect(number('2.1132420120305E+17')).toEqual({ text: '', problem: 'idLostDigits' });
    expect(text('2.11324E+17')).toEqual({ text: '', problem: 'idLostDigits' });
    expect(text('211324201203050000')).toEqual({ text: '', problem: 'idPerhapsLostDigits' });
  });

  it('is believed where it ends in 000 and its check is right', () => {
    const honest = [...Array(1000).keys()]
      .map((i) => anIdNumber('20120305', String(i).padStart(3, '0')))
      .find((id) => id.endsWith('000'));
    const ends00 = anIdNumber('20120306', '000');
    expect(text(ends00).problem).toBeUndefined();
    if (honest) expect(text(honest)).toEqual({ text: honest });
  });

  it('keeps a wrong number and another document as they are', () => {
    expect(text('21132420120305001')).toEqual({ text: '21132420120305001' });
    expect(text('e12345678')).toEqual({ text: 'E12345678' });
    for (const none of ['无', '不详', '0', '000000', '/']) expect(text(none)).toEqual({ text: '' });
  });
});

describe('other cells', () => {
  it('a telephone number is its digits, the first of several, without 86', () => {
    expect(cleanPhone('139 0000 0000')).toBe('13900000000');
    expect(cleanPhone('+86-139-0000-0000')).toBe('13900000000');
    expect(cleanPhone('008613900000000')).toBe('13900000000');
    expect(cleanPhone('13900000000、13900000001')).toBe('13900000000');
    expect(cleanPhone('13900000000/13900000001')).toBe('13900000000');
    expect(cleanPhone('13900000000 13900000001')).toBe('13900000000');
    expect(cleanPhone('13900000000.0')).toBe('13900000000');
    expect(cleanPhone('0421-4822222')).toBe('04214822222');
    expect(cleanPhone('母亲：13900000000')).toBe('13900000000');
    for (const none of ['无', '1.39E+10', '123', '']) expect(cleanPhone(none)).toBe('');
  });

  it('a sex is what the words and the code say', () => {
    for (const raw of ['男', '男性', '1', '1.0', ' 男 ', 'M', 'male']) expect(readSex(raw)).toBe(1);
    for (const raw of ['女', '女性', '2', 'F', '女孩']) expect(readSex(raw)).toBe(2);
    for (const raw of ['', '0', '9', '未知', '-']) expect(readSex(raw)).toBe(0);
    for (const raw of ['3', '张三', '男女']) expect(readSex(raw)).toBe(-1);
  });

  it('a student number has capitals and no blanks, and is empty where it was rounded', () => {
    expect(cleanCode(` g${valid} `, cellKind.text)).toBe(`G${valid}`);
    expect(cleanCode('2121000001.0', cellKind.number)).toBe('2121000001');
    expect(cleanCode('2113240000000000000', cellKind.number)).toBe('');
    expect(cleanCode('2.11E+18', cellKind.text)).toBe('');
  });

  it('an address is no area code', () => {
    expect(cleanAddress('公营子镇 桥子村')).toBe('公营子镇 桥子村');
    for (const none of ['211324104208', '无', '-']) expect(cleanAddress(none)).toBe('');
  });
});

describe('a look at the bytes', () => {
  const encoder = new TextEncoder();
  const looks = [
    ['name', isCleanName, cleanName],
    ['text', isCleanText, cleanText],
    ['phone', isCleanPhone, cleanPhone],
    ['code', isCleanCode, (raw: string) => cleanCode(raw, cellKind.text)],
    ['address', isCleanAddress, cleanAddress],
  ] as const;
  const piece = fc.constantFrom(
    ...'张三丽无不未暂没公营子镇1390X·.• 　\u200bＡ１é\ue863€A-/gE+',
    '\u{20000}',
    '无名',
    '没有',
    '未知',
    '不详',
    '暂无',
    '13900000000',
    '﨑',
  );

  it.each(looks)('lets a %s pass only if cleaning would change nothing', (_, isClean, clean) => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const raw = pieces.join('');
        const bytes = encoder.encode(raw);
        if (isClean(bytes, 0, bytes.length)) expect(clean(raw)).toBe(raw);
      }),
      { numRuns: 3000 },
    );
  });

  it('lets the usual cells pass, or a million of them would be slow', () => {
    const passes = (isClean: (bytes: Uint8Array, from: number, to: number) => boolean, raw: string) => {
      const bytes = encoder.encode(raw);
      return isClean(bytes, 0, bytes.length);
    };
    expect(passes(isCleanName, '张晓丽')).toBe(true);
    expect(passes(isCleanAddress, '公营子镇桥子村3组12号')).toBe(true);
    expect(passes(isCleanPhone, '13900000000')).toBe(true);
    expect(passes(isCleanCode, `G${valid}`)).toBe(true);
    expect(passes(isCleanText, '一年级(2)班')).toBe(true);
  });
});
