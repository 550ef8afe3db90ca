import { describe, expect, it } from 'vitest';
import { factText } from './fact-words';

const said = (kind: string, body: Readonly<Record<string, unknown>>, source = 'register') => ({
  zh: factText({ kind, source, body }, 'zh'),
  en: factText({ kind, source, body }, 'en'),
});

describe('a recorded fact', () => {
  it('is said in a sentence, whatever its kind', () => {
    const facts: readonly (readonly [kind: string, body: Readonly<Record<string, unknown>>, source: string])[] = [
      ['household', { row: 'h', state: 'moved-out' }, 'register'],
      ['enrolment', { row: 'e', state: 'studying', stage: 'primary', placement: 'home-teaching', at: 'x/' }, 'register'],
      ['class-list', { at: 'x/', answer: 'absent' }, 'school'],
      ['disability', { listed: true }, 'register'],
      ['review', { pair: 'p', open: true }, 'register'],
      ['home', { area: 'x/' }, 'register'],
      ['question', { task: 't', open: true }, 'bureau'],
      ['answer', { task: 't', outcome: 'out-of-province', proofs: ['school-certificate', 'approval'] }, 'township'],
      ['decision', { answer: 'f', verdict: 'accepted', validUntil: '2025-08-31' }, 'bureau'],
      ['withdrawn', { of: 'f' }, 'bureau'],
    ];
    expect(facts.map(([kind, body, source]) => said(kind, body, source).zh)).toEqual([
      '户籍名册注明迁出',
      '学籍在读（送教上门）',
      '学校：班级名单上没有',
      '列入残疾人名册',
      '有名册行可能是这名儿童，等人工核实',
      '登记了所属的村',
      '县局发出核查：孩子在哪上学',
      '乡镇：核查结果：在省外就读，附在读证明、批准文件',
      '县局核准了核查结果，证明有效至 2025-08-31',
      '撤回了先前的记录',
    ]);
    for (const [kind, body, source] of facts) expect(said(kind, body, source).en).toMatch(/^[ -~“”’]+$/);
  });

  it('of a kind that nobody knows has no sentence', () => {
    expect(said('attendance', {})).toEqual({ zh: undefined, en: undefined });
    expect(said('household', { state: 'on the moon' }).zh).toBeUndefined();
  });
});
