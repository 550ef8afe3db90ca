import { describe, expect, it } from 'vitest';
import { standingState, standingStates } from '../../kernel/standing';
import { outcomeWords } from './outcome-words';
import { outcomes } from './rules/outcomes';
import { defaultPolicy } from './rules/policy';
import { policyKeys, settingOf } from './rules/policy-numbers';
import { ruleBook } from './rules/rule-book';
import { labelWords, missingText, missingWords, ruleWords, standingHelp, standingWords } from './words';

const everything = [standingHelp, ruleWords, labelWords, standingWords, missingWords, outcomeWords].flatMap((table) =>
  Object.values(table),
);

describe('the words about standings', () => {
  it('are Chinese with English beside it', () => {
    for (const { zh, en } of everything) {
      if (zh !== '；') expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en.replace(/\[.+\]$/, '').replaceAll(/[“”’]/g, '')).toMatch(/^[ -~]+$/);
    }
  });

  it('blame nobody', () => {
    for (const { zh } of everything) expect(zh).not.toMatch(/逃学|后进|问题家庭|低保|差生/);
  });

  it('say for each state which clause it follows', () => {
    for (const { key } of standingStates) expect(standingHelp[key].zh).toMatch(/〔.+〕$/);
  });

  it('tell what would settle a standing', () => {
    expect(missingText([['receiving-school', 'enrolment-elsewhere'], ['bureau-decision']], 'zh')).toBe(
      '还缺：接收学校确认或外地学籍查询结果；县局核准',
    );
    expect(missingText([['class-list']], 'en')).toBe('still missing: the class list');
    expect(missingText([], 'zh')).toBe('');
  });

  it('exist for every answer, with the state it leads to', () => {
    for (const [outcome, rule] of Object.entries(outcomes)) {
      expect(outcomeWords).toHaveProperty([outcome]);
      expect(standingState(rule.to).zh).not.toBe('');
    }
  });
});

describe('sources', () => {
  it('stand beside each rule and each number, and what is ours is never called a clause', () => {
    for (const { label, clauses, source } of Object.values(ruleBook)) {
      expect(source.zh).not.toBe('');
      if (label === 'clause') expect(clauses.length).toBeGreaterThan(0);
      else expect(clauses).toEqual([]);
    }
    for (const key of policyKeys) {
      const setting = settingOf(defaultPolicy, key);
      expect(setting.source.zh).not.toBe('');
      if (setting.label !== 'clause') expect(setting.confirmed).toBe(false);
    }
  });
});
