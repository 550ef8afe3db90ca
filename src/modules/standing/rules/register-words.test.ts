import { describe, expect, it } from 'vitest';
import { enrolmentStateOf, householdStateOf } from './register-words';

describe('words of the registers', () => {
  it('are read as states of an enrolment', () => {
    const read = Object.fromEntries(
      ['', '在读', '01', '1', '复学', '转入', '休学', '转出', '10', '流失', '辍学', '15', '毕业', '未毕业', '死亡', '出国'].map(
        (word) => [word, enrolmentStateOf(word)],
      ),
    );
    expect(read).toEqual({
      ...{ '': 'studying', 在读: 'studying', '01': 'studying', 1: 'studying', 复学: 'studying', 转入: 'studying' },
      ...{ 休学: 'suspended', 转出: 'transferred-out', 10: 'transferred-out', 流失: 'left', 辍学: 'left', 15: 'left' },
      ...{ 毕业: 'graduated', 未毕业: 'studying', 死亡: 'dead', 出国: 'abroad' },
    });
  });

  it('that nobody has foreseen are unclear, never studying', () => {
    for (const word of ['其他', '99', '42', '？', '待定']) expect(enrolmentStateOf(word)).toBe('unclear');
  });

  it('are read as what a household row says of leaving', () => {
    const read = ['出生', '市内迁入', '', '迁往市外', '迁出', '死亡', '死亡注销', '户口注销', '失踪', '出国定居'].map(
      householdStateOf,
    );
    expect(read).toEqual([
      ...['listed', 'listed', 'listed', 'moved-out', 'moved-out', 'dead', 'dead', 'cancelled', 'missing', 'cancelled'],
    ]);
  });
});
