import { describe, expect, it } from 'vitest';
import { blurReading, foldCharacter, likeness, likenessOf, looksAlike, readingsOf, unreadable } from './characters';

describe('ways of writing one character', () => {
  it.each([
    ['張', '张'],
    ['偉', '伟'],
    ['國', '国'],
    ['劉', '刘'],
    ['寶', '宝'],
    ['龍', '龙'],
    ['蘭', '兰'],
  ])('folds the traditional %s to %s', (traditional, simplified) => {
    expect(folded(traditional)).toBe(simplified);
  });

  it.each([
    ['峯', '峰'],
    ['昇', '升'],
    ['閆', '闫'],
    ['阎', '闫'],
    ['蕭', '肖'],
    ['勳', '勋'],
    ['穎', '颖'],
    ['髙', '高'],
    ['煕', '熙'],
  ])('folds the variant %s to %s', (variant, usual) => {
    expect(folded(variant)).toBe(usual);
  });

  it.each([...'张伟璐潞晨辰未末䶮𣲗'])('leaves %s as it is', (character) => {
    expect(folded(character)).toBe(character);
  });

  it.each([...'傅戴萧'])('keeps %s apart from the surname that sounds alike', (surname) => {
    const other = { 傅: '付', 戴: '代', 萧: '晓' }[surname] ?? '';
    expect(folded(surname)).not.toBe(folded(other));
  });

  it('reads the private-use codes of older systems as the characters they stood for', () => {
    expect(folded('\ue863')).toBe('䶮');
    expect(folded('\ue815')).toBe('⺁');
    expect(folded('\ue864')).toBe('龻');
  });

  it('knows no private-use code that no table explains', () => {
    expect(foldCharacter(0xe000)).toBe(unreadable);
    expect(foldCharacter(0xf8ff)).toBe(unreadable);
  });

  it.each([...'?？*＊□■○〇〓�＿#'])('takes %s for a character nobody could type', (standIn) => {
    expect(foldCharacter(code(standIn))).toBe(unreadable);
  });

  it('does not change Latin letters or dots', () => {
    expect([...'AZaz·'].map(folded)).toEqual([...'AZaz·']);
  });
});

describe('readings', () => {
  it.each([
    ['单', 'dan', 'shan'],
    ['仇', 'chou', 'qiu'],
    ['解', 'jie', 'xie'],
    ['查', 'cha', 'zha'],
    ['曾', 'ceng', 'zeng'],
    ['乐', 'le', 'yue'],
    ['朴', 'piao', 'pu'],
  ])('%s is read %s and %s', (character, one, other) => {
    expect(readingsOf(code(character))).toEqual(expect.arrayContaining([one, other]));
  });

  it('says nothing of what is no Chinese character', () => {
    expect(readingsOf(code('A'))).toEqual([]);
    expect(readingsOf(unreadable)).toEqual([]);
  });

  it.each([
    ['zhang', 'zan'],
    ['chen', 'cen'],
    ['sheng', 'sen'],
    ['nan', 'lan'],
    ['xing', 'xin'],
    ['nü', 'lu'],
    ['dong', 'dong'],
    ['ping', 'pin'],
  ])('blurs %s to %s', (reading, blurred) => {
    expect(blurReading(reading)).toBe(blurred);
  });
});

describe('how characters are taken for each other', () => {
  it.each([
    ['宏', '洪'],
    ['婷', '廷'],
    ['单', '善'],
    ['单', '丹'],
    ['解', '谢'],
    ['仇', '邱'],
    ['查', '扎'],
  ])('%s sounds like %s', (a, b) => {
    expect(likenessOf(code(a), code(b))).toBe(likeness.sound);
  });

  it.each([
    ['振', '增'],
    ['林', '凌'],
    ['新', '星'],
    ['南', '兰'],
    ['思', '诗'],
    ['政', '怎'],
    ['林', '玲'],
  ])('%s sounds nearly like %s', (a, b) => {
    expect(likenessOf(code(a), code(b))).toBe(likeness.nearSound);
  });

  it.each([
    ['未', '末'],
    ['辛', '幸'],
    ['杨', '扬'],
    ['园', '圆'],
    ['士', '土'],
    ['璐', '潞'],
    ['辰', '晨'],
    ['候', '侯'],
  ])('%s looks like %s', (a, b) => {
    expect(looksAlike(code(a), code(b))).toBe(true);
    expect(looksAlike(code(b), code(a))).toBe(true);
  });

  it.each([
    ['李', '杰'],
    ['江', '海'],
    ['萌', '芳'],
    ['国', '强'],
    ['俊', '佳'],
    ['湖', '洋'],
    ['婷', '娜'],
    ['子', '一'],
    ['李', '子'],
  ])('%s and %s share a common radical at most, and nothing else', (a, b) => {
    expect(looksAlike(code(a), code(b))).toBe(false);
    expect(likenessOf(code(a), code(b))).toBe(likeness.none);
  });

  it('says shape before a sound that is only near', () => {
    expect(likenessOf(code('未'), code('末'))).toBe(likeness.shape);
    expect(likenessOf(code('晗'), code('晓'))).toBe(likeness.shape);
  });

  it('lets an unreadable character be any other', () => {
    expect(likenessOf(unreadable, code('伟'))).toBe(likeness.unreadable);
    expect(likenessOf(unreadable, unreadable)).toBe(likeness.unreadable);
  });

  it('is the same from either side, and the same when asked again', () => {
    const some = [...'宏洪未末璐潞辰晨单善国强林凌俊佳思诗南兰闫阎査查'].map(code);
    const ask = () => some.map((a) => some.map((b) => (a === b ? 0 : likenessOf(a, b))));
    const table = ask();
    expect(ask()).toEqual(table);
    expect(some.map((_, a) => some.map((_, b) => table[b][a]))).toEqual(table);
  });
});

function code(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function folded(character: string): string {
  return String.fromCodePoint(foldCharacter(code(character)));
}

describe('乾 in a name', () => {
  it('stays qián, also in its variant', () => {
    const fold = (character: string) => String.fromCodePoint(foldCharacter(character.codePointAt(0) ?? 0));
    expect([fold('乾'), fold('乹')]).toEqual(['乾', '乾']);
    expect(readingsOf('乾'.codePointAt(0) ?? 0)).toContain('qian');
  });
});
