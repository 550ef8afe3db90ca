import { expect, it } from 'vitest';
import { fieldRefusal } from './refusal';

it('a refusal of one field says its sentence at the field, and of the whole that nothing was saved', () => {
  const { kind, code, says, extra } = fieldRefusal('foundDay', { zh: '日期不对。', en: 'No such day.' });
  expect([kind, code, says.zh, says.en]).toEqual(['unprocessable', 'faults', '没有保存：日期不对。', 'Not saved: No such day.']);
  expect(extra.fields).toEqual([{ path: 'foundDay', zh: '日期不对。', en: 'No such day.' }]);
});
