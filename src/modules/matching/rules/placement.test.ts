import { expect, it } from 'vitest';
import { placementOf, type Schooling } from './placement';

const ordinary: Schooling = {
  schoolCode: '2121900013',
  school: '',
  attendsBy: '走读',
  enrolmentState: '',
  inclusive: '非随班就读',
};

it.each<[Partial<Schooling>, string]>([
  [{}, 'ordinary'],
  [{ inclusive: '智力残疾随班就读' }, 'inclusive'],
  [{ inclusive: '是' }, 'inclusive'],
  [{ inclusive: '否' }, 'ordinary'],
  [{ inclusive: '' }, 'ordinary'],
  [{ schoolCode: '5121900001' }, 'specialSchool'],
  [{ schoolCode: '', school: '某县特殊教育学校' }, 'specialSchool'],
  [{ attendsBy: '送教上门' }, 'homeTeaching'],
  [{ enrolmentState: '在校（送教上门）' }, 'homeTeaching'],
  // A special school sends its teachers to the children who cannot come.
  [{ schoolCode: '5121900001', attendsBy: '送教上门' }, 'homeTeaching'],
  [{ schoolCode: '5121900001', inclusive: '随班就读' }, 'specialSchool'],
])('an enrolment with %j is placed: %s', (differences, placement) => {
  expect(placementOf({ ...ordinary, ...differences })).toBe(placement);
});
