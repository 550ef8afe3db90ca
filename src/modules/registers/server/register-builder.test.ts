import { describe, expect, it } from 'vitest';
import { problemWords } from '../problem-words';
import { births, problems, registerOf, texts } from '../testing/reading';
import { anIdNumber, type Cell } from '../testing/sheets';
import { ProblemList } from './problems';

const boy = anIdNumber('20120305', '001');
const girl = anIdNumber('20130901', '002');
const asNumber = (text: string): Cell => ({ text, kind: 'number' });
const basics = '姓名|性别|出生日期|身份证号|证件类型';

function codesOf(...cells: readonly Cell[]): string[] {
  return problems(registerOf('enrolment', { headers: basics, rows: [cells] })).map((problem) => problem.slice(2));
}

describe('a register', () => {
  it('holds what the rows say, cleaned, row for row', () => {
    const register = registerOf('household', {
      headers: '序号|姓 名|性别|公民身份号码|出生日期|住址详址|户号|与户主关系',
      rows: [
        ['1', '张　三', '男', `'${boy}`, '2012年3月5日', '公营子镇桥子村3组12号', '001', '长子'],
        ['2', '李四', '2', girl.toLowerCase(), '20130901', '喀左县甘召乡三家村', '002', '长女'],
      ],
    });
    expect(register).toMatchObject({ kind: 'household', count: 2, files: ['名册.xlsx'] });
    expect(texts(register, 'name')).toEqual(['张三', '李四']);
    expect(texts(register, 'idNumber')).toEqual([boy, girl]);
    expect(births(register)).toEqual(['2012-03-05', '2013-09-01']);
    expect([...register.sex]).toEqual([1, 2]);
    expect([...register.rowOf]).toEqual([3, 4]);
    expect(texts(register, 'township')).toEqual(['公营子镇', '甘招镇']);
    expect(texts(register, 'village')).toEqual(['桥子', '三家']);
    expect(texts(register, 'address')).toEqual(['公营子镇桥子村3组12号', '喀左县甘召乡三家村']);
    expect(texts(register, 'relationToHead')).toEqual(['长子', '长女']);
    expect(texts(register, 'school')).toBeUndefined();
    expect(register.problems).toEqual([]);
  });

  it('puts several sheets together, with what only one of them says', () => {
    const register = registerOf(
      'attending',
      { name: '三年级1班', headers: '姓名|性别', rows: [['张三', '男']] },
      {
        name: '三年级2班',
        title: '公营子镇中心小学',
        headers: '性别|姓名|联系电话',
        rows: [
          ['女', '李 四', '13900000000'],
          ['男', '张三', ''],
        ],
      },
    );
    expect(texts(register, 'name')).toEqual(['张三', '李四', '张三']);
    expect(texts(register, 'className')).toEqual(['三年级1班', '三年级2班', '三年级2班']);
    expect(texts(register, 'school')).toEqual(['', '公营子镇中心小学', '公营子镇中心小学']);
    expect(texts(register, 'phone')).toEqual(['', '13900000000', '']);
    const name = register.text.name;
    expect(name?.codes[0]).toBe(name?.codes[2]);
  });

  it('takes a number and a text of the same digits for the same, and an error cell for an empty one', () => {
    const rows = [
      ['张三', '3'],
      ['李四', asNumber('3')],
      ['王五', asNumber('3.0')],
      ['赵六', { text: '#REF!', kind: 'error' as const }],
    ];
    const register = registerOf('attending', { headers: '姓名|班级', rows });
    expect(texts(register, 'className')).toEqual(['3', '3', '3', '']);
    expect(register.text.className?.entries.count).toBe(2);
  });

  it('leaves out headers printed again and lines of totals, and keeps a row of nobody with a word about it', () => {
    const rows = [
      ['张三', '男', '', boy],
      ['姓名', '性别', '', '身份证号'],
      ['', '男', '', ''],
      ['合 计', '', '', ''],
      ['李四', '女', '', girl],
    ];
    const register = registerOf('enrolment', { headers: basics, rows });
    expect(texts(register, 'name')).toEqual(['张三', '', '李四']);
    expect([...register.rowOf]).toEqual([3, 5, 7]);
    expect([...register.sex]).toEqual([1, 1, 2]);
    expect(problems(register)).toEqual(['5 rowNamesNobody']);
  });
});

describe('the place of a row', () => {
  const placesOf = (
    kind: 'household' | 'enrolment' | 'attending' | 'poverty' | 'disability',
    headers: string,
    ...cells: string[]
  ) => {
    const register = registerOf(kind, { headers: `姓名|性别|${headers}`, rows: [['张三', '男', ...cells]] });
    return `${texts(register, 'township')}/${texts(register, 'village')}`;
  };

  it('is where the child is registered, in a household register', () => {
    expect(placesOf('household', '户籍地|现住地', '公营子镇桥子村', '甘招镇三家村')).toBe('公营子镇/桥子');
    expect(placesOf('household', '户籍地|户籍门（楼）详址', '喀左县', '公营子镇桥子村3组')).toBe('公营子镇/桥子');
    expect(placesOf('household', '住址省市县区|住址详址', '辽宁省喀喇沁左翼蒙古族自治县', '公营子镇桥子村3组')).toBe(
      '公营子镇/桥子',
    );
  });

  it('is the code and then where the child lives, in an enrolment', () => {
    expect(placesOf('enrolment', '户口所在地行政区划|现住址|家庭地址', '211324104208', '甘招镇三家村', '水泉镇')).toBe(
      '公营子镇/桥子',
    );
    expect(placesOf('enrolment', '户口所在地行政区划|现住址|家庭地址', '211324000000', '甘招镇三家村', '水泉镇')).toBe(
      '甘招镇/三家',
    );
    expect(placesOf('enrolment', '户口所在地行政区划|现住址|家庭地址', '', '', '水泉镇水泉村')).toBe('水泉镇/水泉');
  });

  it('is put together from columns, and never guessed from a village of two townships', () => {
    expect(placesOf('poverty', '乡|村', '甘招镇', '三家村')).toBe('甘招镇/三家');
    expect(placesOf('poverty', '村', '三家村')).toBe('/三家');
    expect(placesOf('attending', '家庭住址', '公营子镇桥子村3组12号')).toBe('公营子镇/桥子');
    expect(placesOf('attending', '家庭住址', '利州街道12号楼红石砬村')).toBe('利州街道/红石砬');
    expect(placesOf('disability', '行政区划', '211324104208')).toBe('公营子镇/桥子');
    expect(placesOf('attending', '备注', '')).toBe('undefined/undefined');
  });

  it('does not make an address of a code, and takes the next column where one is empty', () => {
    const rows = [
      ['张三', '211324104208', '', '公营子镇2组'],
      ['李四', '211324104208', '甘招镇1组', '公营子镇2组'],
    ];
    const register = registerOf('enrolment', { headers: '姓名|户口所在地行政区划|现住址|家庭地址', rows });
    expect(texts(register, 'address')).toEqual(['公营子镇2组', '甘招镇1组']);
  });
});

describe('what is told about an ID number', () => {
  it('is which mistake it is', () => {
    expect(codesOf('张三', '男', '2012-03-05', boy)).toEqual([]);
    expect(codesOf('张三', '男', '2012-03-05', boy.slice(0, 17))).toEqual(['idLength']);
    expect(codesOf('张三', '男', '2012-03-05', `${boy.slice(0, 16)}?${boy.slice(17)}`)).toEqual(['idCharacters']);
    expect(codesOf('张三', '男', '2012-03-05', anIdNumber('20120305', '001', '991324'))).toEqual(['idRegion']);
    expect(codesOf('张三', '男', '2012-03-05', anIdNumber('20120230', '001'))).toEqual(['idDate']);
    expect(codesOf('张三', '男', '2012-03-05', boy.slice(0, 17) + (boy.endsWith('1') ? '2' : '1'))).toEqual(['idCheckDigit']);
  });

  it('is that a spreadsheet ate its end', () => {
    expect(codesOf('张三', '男', '2012-03-05', asNumber('211324201203050000'))).toEqual(['idLostDigits']);
    expect(codesOf('张三', '男', '2012-03-05', asNumber(boy))).toEqual(['idLostDigits']);
    expect(codesOf('张三', '男', '2012-03-05', '2.11324E+17')).toEqual(['idLostDigits']);
    expect(codesOf('张三', '男', '2012-03-05', '211324201203050000')).toEqual(['idPerhapsLostDigits']);
    const register = registerOf('enrolment', {
      headers: '姓名|成员1身份证件号',
      rows: [['张三', asNumber('211324198203050000')]],
    });
    expect(problems(register)).toEqual(['3 idLostDigits']);
    expect(texts(register, 'guardian1Id')).toEqual(['']);
    expect(codesOf('', '男', '2012-03-05', '2.11324E+17')).toEqual(['nameMissing', 'idLostDigits']);
  });

  it('is a contradiction with sex or birthday', () => {
    expect(codesOf('张三', '女', '2012-03-05', boy)).toEqual(['idSexDiffers']);
    expect(codesOf('张三', '男', '2012-03-06', boy)).toEqual(['idBirthDiffers']);
    expect(codesOf('张三', '', '', boy)).toEqual([]);
  });

  it('is nothing for another document or for the number of a disability card', () => {
    expect(codesOf('Anna Maria', '女', '2012-03-05', 'E12345678', '护照')).toEqual([]);
    expect(codesOf('Anna Maria', '女', '2012-03-05', 'E12345678')).toEqual([]);
    expect(codesOf('张三', '男', '2012-03-05', '12345678', '台湾居民来往大陆通行证')).toEqual([]);
    expect(codesOf('张三', '男', '2012-03-05', '12345678', '居民身份证')).toEqual(['idLength']);
    expect(codesOf('张三', '男', '2012-03-05', `${boy}43`)).toEqual([]);
    expect(codesOf('张三', '女', '2012-03-05', `${boy}43`)).toEqual(['idSexDiffers']);
  });

  it('is nothing for the typing mistakes of a guardian', () => {
    const rows = [['张三', boy, '123', boy.slice(0, 17)]];
    expect(
      problems(registerOf('household', { headers: '姓名|公民身份号码|监护人一公民身份号码|户主公民身份号码', rows })),
    ).toEqual([]);
  });
});

describe('what is told about other cells', () => {
  it('is a missing name, an unknown age, an unreadable birthday or sex', () => {
    expect(codesOf('', '男', '2012-03-05', boy)).toEqual(['nameMissing']);
    expect(codesOf('无', '男', '2012-03-05', boy)).toEqual(['nameMissing']);
    expect(codesOf('张三', '男', '', '')).toEqual(['ageless']);
    expect(codesOf('张三', '男', '十岁', boy)).toEqual(['birthUnreadable']);
    expect(codesOf('张三', '男', '2013-02-29', '')).toEqual(['birthImpossible']);
    expect(codesOf('张三', '男男', '', boy)).toEqual(['sexUnreadable']);
  });

  it('is a birthday without its day only where no ID number knows it', () => {
    expect(codesOf('张三', '男', '2012年3月', '')).toEqual(['birthMonthOnly']);
    expect(codesOf('张三', '男', '2012年3月', boy)).toEqual([]);
  });

  it('is no age missing where the list has no such column, or a card begins with the number', () => {
    expect(problems(registerOf('attending', { headers: '姓名|班级', rows: [['张三', '1班']] }))).toEqual([]);
    const rows = [['张三', '', `${boy}43`]];
    expect(problems(registerOf('disability', { headers: '姓名|身份证号|残疾人证号', rows }))).toEqual([]);
  });

  it('says what and where, in Chinese, without showing whom', () => {
    const register = registerOf('enrolment', {
      name: '一年级',
      headers: basics,
      rows: [['张三', '男', '', '21132420120305001']],
    });
    expect(register.problems).toEqual([
      {
        register: 'enrolment',
        file: '名册.xlsx',
        sheet: '一年级',
        row: 3,
        column: '身份证号',
        value: '2113*************',
        code: 'idLength',
        message: '身份证号是 17 位，应为 18 位，请对照户口簿改正。',
        en: 'The ID number has 17 characters instead of 18; correct it from the household booklet.',
      },
      expect.objectContaining({ code: 'ageless', column: '', value: '' }),
    ]);
  });

  it('never shows a name or a whole number, whatever stands in the wrong column', () => {
    const rows = [
      [boy, '张三丰', '李小四', boy.slice(0, 17)],
      ['王五', boy, boy, '张三丰'],
    ];
    for (const { value } of registerOf('enrolment', { headers: basics, rows }).problems) expect(value).toMatch(/^.{0,4}\**$/);
  });
});

describe('a list of problems', () => {
  it('stops at a number of each kind and says how many more there are', () => {
    const list = new ProblemList('household', 2);
    const spot = { file: 'a.csv', sheet: '', column: '' };
    for (let row = 1; row <= 5; row++) list.add('nameMissing', { ...spot, row });
    list.add('ageless', { ...spot, row: 9 });
    const all = list.all();
    expect(all.map(({ code, row }) => `${row} ${code}`)).toEqual([
      '1 nameMissing',
      '2 nameMissing',
      '9 ageless',
      '0 nameMissing',
    ]);
    expect(all[3].message).toBe('同类问题还有 3 处，没有逐条列出。');
  });

  it('has a sentence in both languages for every code', () => {
    for (const { zh, en } of Object.values(problemWords)) {
      expect(zh).toMatch(/[。]$/);
      expect(en).toMatch(/[.]$/);
    }
  });
});
