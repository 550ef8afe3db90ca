import { describe, expect, it } from 'vitest';
import { isInRoll, standingIndex, standingState, standingStates } from './standing';

describe('the states of the roll call', () => {
  it('are the thirteen terms of the equation, in its order, and then what lies outside', () => {
    const terms = standingStates.flatMap((state) => ('term' in state ? [state.term.zh] : []));
    expect(terms.join(' ')).toBe(
      '在校 请假 送教上门 特校/机构 休学（有手续） 延缓入学（有批准） 县外就读（已佐证） 缺课跟踪中 疑似辍学 辍学劝返中 返校观察中 待核实 未落实',
    );
    expect(standingStates.slice(terms.length).map((state) => state.zh)).toEqual([
      '未到龄',
      '超龄/已毕业',
      '死亡',
      '出境',
      '户籍迁出',
      '户籍不实',
    ]);
  });

  it('are terms exactly when they are in the roll', () => {
    for (const state of standingStates) expect('term' in state).toBe(isInRoll(state.key));
  });

  it('are found by their key', () => {
    for (const [at, state] of standingStates.entries()) {
      expect(standingIndex[state.key]).toBe(at);
      expect(standingState(state.key)).toBe(state);
    }
  });

  it('look different on paper without colour, by shape and word together', () => {
    const chips = standingStates.map((state) => `${state.chip.shape} ${state.zh}`);
    expect(new Set(chips).size).toBe(chips.length);
  });

  it('show a filled red chip for one state only', () => {
    expect(standingStates.filter((state) => state.chip.role === 'urgent-filled').map((state) => state.key)).toEqual([
      'dropout-persuading',
    ]);
  });
});
