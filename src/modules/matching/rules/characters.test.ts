import { describe, expect, it } from 'vitest';
import { blurReading, foldCharacter, likeness, likenessOf, looksAlike, readingsOf, unreadable } from './characters';

const code = (character: string) => character.codePointAt(0) ?? 0;
const folded = (character: string) => String.fromCodePoint(foldCharacter(code(character)));
const like = (a: string, b: string) => likenessOf(code(a), code(b));

describe('a character of a name', () => {
  it('is the same in its traditional, its variant and its simplified form', () => {
    expect(folded('張')).toBe('张');
    expect(folded('劉')).toBe('刘');
    expect(folded('峯')).toBe('峰');
    expect(folded('閆')).toBe(folded('阎'));
  });

  it('keeps apart surnames that only sound alike', () => {
    for (const [a, b] of ['傅付', '戴代', '萧晓']) expect(folded(a)).not.toBe(folded(b));
  });

  it('is found again under the private code that older systems gave it', () => {
    expect(folded('\ue863')).toBe('䶮');
    expect(foldCharacter(0xf123)).toBe(unreadable);
  });

  it('is unreadable where somebody put a sign in its place', () => {
    for (const sign of '?？*□〓_') expect(foldCharacter(code(sign))).toBe(unreadable);
  });

  it('has all its readings, the usual one first', () => {
    expect(readingsOf(code('单'))).toEqual(expect.arrayContaining(['dan', 'shan', 'chan']));
    expect(readingsOf(code('仇'))).toEqual(expect.arrayContaining(['chou', 'qiu']));
    expect(readingsOf(code('A'))).toEqual([]);
  });
});

describe('two characters', () => {
  it('sound alike in any of their readings', () => {
    expect(like('宏', '洪')).toBe(likeness.sound);
    expect(like('单', '善')).toBe(likeness.sound);
    expect(like('解', '谢')).toBe(likeness.sound);
  });

  it('nearly sound alike where speakers do not tell zh from z or -n from -ng', () => {
    expect([blurReading('zhang'), blurReading('zan')]).toEqual(['zan', 'zan']);
    expect(like('政', '怎')).toBe(likeness.nearSound);
    expect(like('林', '玲')).toBe(likeness.nearSound);
  });

  it('look alike by their larger part, as part of one another, or because hands confuse them', () => {
    expect(looksAlike(code('璐'), code('潞'))).toBe(true);
    expect(looksAlike(code('辰'), code('晨'))).toBe(true);
    expect(looksAlike(code('未'), code('末'))).toBe(true);
    expect(like('未', '末')).toBe(likeness.shape);
  });

  it('do not look alike for sharing a radical that a hundred others have', () => {
    expect(looksAlike(code('湖'), code('洋'))).toBe(false);
    expect(like('婷', '娜')).toBe(likeness.none);
    expect(like('子', '一')).toBe(likeness.none);
  });

  it('may be anything where one could not be typed', () => {
    expect(likenessOf(unreadable, code('龙'))).toBe(likeness.unreadable);
  });
});
