import { describe, expect, it } from 'vitest';
import { type Row, registerOf } from '../testing/factories';
import { frequencyWeight, nameFrequency } from './name-frequency';
import { nameLevel } from './name-level';
import { buildNameTable } from './name-table';
import { Dictionaries, peopleOf } from './people';

const names = [...Array<string>(60).fill('张子涵'), ...Array<string>(39).fill('李欣怡'), '呼延玉璋', '呼延玉璋'];

describe('a name that agrees', () => {
  it('says more the rarer it is', () => {
    expect(weigh('呼延玉璋')).toBeGreaterThan(1);
    expect(weigh('张子涵')).toBeLessThan(0);
    expect(weigh('李欣怡')).toBeGreaterThan(weigh('张子涵'));
    expect(weigh('李欣怡')).toBeLessThan(weigh('呼延玉璋'));
  });

  it('never says more or less than four', () => {
    const many = Array.from({ length: 3000 }, () => '张子涵');
    expect(weigh('呼延玉璋', [...many, '呼延玉璋'])).toBe(4);
  });

  it('is as common as all its ways of writing together', () => {
    const written = [...Array<string>(50).fill('张伟'), ...Array<string>(50).fill('張偉')];
    expect(weigh('張偉', written)).toBe(weigh('张伟', written));
    expect(weigh('张伟', written)).toBeCloseTo(0);
  });
});

describe('a name that does not agree', () => {
  it.each(['missing', 'partial', 'oneCharacter', 'givenOnly', 'surnameOnly', 'different'] as const)(
    'is weighed without its frequency: %s',
    (level) => {
      expect(weigh('呼延玉璋', names, nameLevel[level])).toBe(0);
    },
  );
});

function weigh(name: string, inRegister: readonly string[] = names, level: number = nameLevel.exact): number {
  const dictionaries = new Dictionaries();
  const rows = inRegister.map((one): Row => ({ name: one }));
  const left = peopleOf(registerOf('household', rows), dictionaries);
  const right = peopleOf(registerOf('enrolment', rows), dictionaries);
  const row = inRegister.indexOf(name);
  return frequencyWeight(nameFrequency(buildNameTable(dictionaries.names), left, right), level, left.name[row], right.name[row]);
}
