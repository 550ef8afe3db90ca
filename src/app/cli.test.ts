import { readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { enrolmentRows, householdRows, idNumber, inFolder, nol, tinyCounty, writeSheet } from './testing/tiny-county';

type At = (name: string) => string;

const [H, E, A, OUT, JSON_OUT, DAY] = ['--household', '--enrolment', '--attending', '--out', '--json', '--as-of'];

/** What the command is given besides the results it shall write; every one of these must end with one sentence. */
const refusals: [string, (at: At) => string[], RegExp][] = [
  ['no such file', (at) => [DAY, '2025-03-01', H, at('none.csv'), E, at('e.csv')], /none\.csv.*重新选择/],
  ['a picture', (at) => [DAY, '2025-03-01', H, at('photo.xlsx'), E, at('e.csv')], /photo\.xlsx.*图片/],
  ['a protected workbook', (at) => [DAY, '2025-03-01', H, at('h.csv'), E, at('secret.xlsx')], /secret\.xlsx.*密码/],
  ['no header', (at) => [DAY, '2025-03-01', H, at('h.csv'), E, at('letters.csv')], /letters\.csv.*表头/],
  ['the header of another register', (at) => [DAY, '2025-03-01', H, at('h.csv'), E, at('e.csv'), A, at('letters.csv')], /表头/],
  ['a folder', (at) => [DAY, '2025-03-01', H, at('.'), E, at('e.csv')], /文件夹/],
  ['a day that does not exist', (at) => [DAY, '2025-02-30', H, at('h.csv'), E, at('e.csv')], /2025-02-30.*真实的日期/],
  ['a day in other words', (at) => [DAY, '2025/3/1', H, at('h.csv'), E, at('e.csv')], /2025\/3\/1/],
  ['no day', (at) => [H, at('h.csv'), E, at('e.csv')], /--as-of/],
  ['no household register', (at) => [DAY, '2025-03-01', E, at('e.csv')], /缺少户籍名册/],
  ['no enrolment register', (at) => [DAY, '2025-03-01', H, at('h.csv')], /缺少学籍名册/],
  ['an unknown option', (at) => [DAY, '2025-03-01', H, at('h.csv'), E, at('e.csv'), '--fast'], /不认识选项“--fast”/],
  ['an option without its value', (at) => [H, at('h.csv'), E, at('e.csv'), DAY], /--as-of/],
  ['a file without an option', (at) => [at('h.csv'), DAY, '2025-03-01', H, at('h.csv'), E, at('e.csv')], /缺少选项/],
  ['one file twice', (at) => [DAY, '2025-03-01', H, at('h.csv'), at('./h.csv'), E, at('e.csv')], /给了两次/],
  ['a limit that is no number', (at) => [DAY, '2025-03-01', H, at('h.csv'), E, at('e.csv'), '--max-rows', 'all'], /--max-rows/],
  ['more rows than allowed', (at) => [DAY, '2025-03-01', H, at('h.csv'), E, at('e.csv'), '--max-rows', '10'], /超过 10 行/],
  ['another language', (at) => [DAY, '2025-03-01', H, at('h.csv'), E, at('e.csv'), '--lang', 'fr'], /zh 或 en/],
];

/** Results that cannot be written where they were asked for. */
const badPlaces: [string, (at: At) => string[], RegExp][] = [
  ['a folder that is not there', (at) => [OUT, at('no/r.xlsx')], /输出文件夹.*不存在/],
  ['a folder', (at) => [JSON_OUT, at('folder')], /是一个文件夹/],
  ['over an input', (at) => [JSON_OUT, at('h.csv')], /就是输入的名册/],
  ['both in one file', (at) => [OUT, at('r.xlsx'), JSON_OUT, at('r.xlsx')], /同一个文件/],
  ['a workbook under another ending', (at) => [OUT, at('r.xls')], /\.xlsx 结尾/],
];

describe('nol compare refuses with one sentence and code 2, and writes nothing', () => {
  it.each(refusals)('%s', async (_, args, sentence) => {
    await inCounty(async (at) => {
      const before = await readdir(at('.'));
      const ran = await nol(['compare', ...args(at), OUT, at('r.xlsx'), JSON_OUT, at('r.json')]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(sentence);
      expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
      expect(await readdir(at('.'))).toEqual(before);
    });
  });

  it.each(badPlaces)('to write %s', async (_, args, sentence) => {
    await inCounty(async (at) => {
      const before = await readdir(at('.'));
      const ran = await nol(['compare', DAY, '2025-03-01', H, at('h.csv'), E, at('e.csv'), ...args(at)]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(sentence);
      expect(await readdir(at('.'))).toEqual(before);
      expect(await readFile(at('h.csv'), 'utf8')).toContain('公民身份号码');
    });
  });
});

describe('Ctrl-C', () => {
  it('while a register is read ends with 130 and leaves nothing', async () => {
    await inCounty(async (at) => {
      await manyRows(at('many.csv'), 300_000);
      const before = await readdir(at('.'));
      let asked = 0;
      const results = [OUT, at('r.xlsx'), JSON_OUT, at('r.json')];
      // Half a second: the readers are at work, and long from done.
      const ran = await nol(['compare', DAY, '2025-03-01', H, at('many.csv'), E, at('e.csv'), ...results], () => ++asked === 250);
      expect(ran).toMatchObject({ code: 130, out: '' });
      expect(await readdir(at('.'))).toEqual(before);
    });
  });

  it('while the results are written leaves neither, and no part of one', async () => {
    await inCounty(async (at) => {
      await manyRows(at('many.csv'), 20_000);
      const before = await readdir(at('.'));
      let asked = 0;
      const begun = () => readdirSync(at('.')).length > before.length && ++asked === 1;
      const results = [OUT, at('r.xlsx'), JSON_OUT, at('r.json')];
      const ran = await nol(['compare', DAY, '2025-03-01', H, at('many.csv'), E, at('e.csv'), ...results], begun);
      expect(asked).toBeGreaterThan(0);
      expect(ran).toMatchObject({ code: 130, out: '' });
      expect(await readdir(at('.'))).toEqual(before);
    });
  });
});

describe('the terminal', () => {
  it('shows the counts and where the files are, and nothing of the way there', async () => {
    await inCounty(async (at) => {
      const ran = await nol(['compare', DAY, '2025-03-01', H, at('h.csv'), E, at('e.csv'), JSON_OUT, at('r.json')]);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toContain('已入学 40，未入学 0，待核实 0');
      expect(ran.out).toContain(at('r.json'));
    });
  });

  it('speaks English, and says how to have the lists written', async () => {
    await inCounty(async (at) => {
      const ran = await nol(['compare', DAY, '2025-03-01', H, at('h.csv'), E, at('e.csv'), '--lang', 'en']);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toMatch(/enrolled 40, not enrolled 0[\s\S]*--out result\.xlsx/);
      expect(ran.out).not.toMatch(/\p{Script=Han}/u);
    });
  });

  it.each([
    [['--help'], '用法'],
    [['compare', '--help'], '--household'],
    [['demo', '--help', '--lang', 'en'], '--children'],
  ])('helps: nol %j', async (args, words) => {
    const ran = await nol(args);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(words);
  });

  it('tells its version, and refuses a command it does not know', async () => {
    expect((await nol(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await nol(['compair'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('compair') });
    expect(await nol(['--fast'])).toMatchObject({ code: 2 });
  });
});

/** A folder with two good registers and some that are none. */
async function inCounty(work: (at: At) => Promise<void>): Promise<void> {
  await inFolder(async (at) => {
    const children = tinyCounty();
    await writeSheet(at('h.csv'), householdRows(children));
    await writeSheet(at('e.csv'), enrolmentRows(children));
    await writeFile(at('photo.xlsx'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    // What Excel makes of a workbook with a password: an old container with an encrypted package in it.
    await writeFile(at('secret.xlsx'), encryptedWorkbook());
    await writeFile(at('letters.csv'), '甲,乙,丙\n子,丑,寅\n');
    await mkdir(at('folder'));
    await work(at);
  });
}

function encryptedWorkbook(): Buffer {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1024);
  return bytes;
}

/** A register as long as a county's, every child with a name, a number and a family of its own. */
async function manyRows(file: string, count: number): Promise<void> {
  const county = tinyCounty();
  const given = [...'宇轩欣怡浩然佳琪子涵梓博雨晨思文静敏丽军伟芳娜秀英明华强磊洋艳勇杰超霞平刚桂兰玉红梅建国志龙飞鹏'];
  const children = Array.from({ length: count }, (_, at) => ({
    ...county[at % 40],
    name: `${county[at % 40].name?.[0]}${given[Math.floor(at / 40) % 50]}${given[Math.floor(at / 2000) % 50]}`,
    id: idNumber(
      '211324',
      `2012${String(1 + (at % 12)).padStart(2, '0')}15`,
      String(Math.floor(at / 12) % 1000).padStart(3, '0'),
    ),
    phone: String(13900000000 + at),
    guardian: `${given[at % 50]}${given[Math.floor(at / 50) % 50]}`,
  }));
  await writeSheet(file, householdRows(children));
}
