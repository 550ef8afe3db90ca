import { expect, test } from 'vitest';
import { defineWords, speak } from './words';

const words = defineWords({
  save: { zh: '保存', en: 'Save' },
  rows: { zh: (count: number) => `共 ${count} 条`, en: (count: number) => (count === 1 ? '1 row' : `${count} rows`) },
});

test('the same words are spoken in either language, with values in the sentences', () => {
  expect(speak(words, 'zh').save).toBe('保存');
  expect(speak(words, 'zh').rows(3)).toBe('共 3 条');
  expect(speak(words, 'en').rows(1)).toBe('1 row');
});

test('words that were spoken once are not made again, so that a page does not redraw for them', () => {
  expect(speak(words, 'zh')).toBe(speak(words, 'zh'));
  expect(speak(words, 'zh')).not.toBe(speak(words, 'en'));
});
