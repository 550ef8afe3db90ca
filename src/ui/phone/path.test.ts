import { expect, test } from 'vitest';
import { matchPath } from './path';

test('a path fits its pattern step by step, and the names are filled in', () => {
  expect(matchPath('/m/tasks/:id', '/m/tasks/7')).toEqual({ id: '7' });
  expect(matchPath('/m/tasks/:id', '/m/tasks/%E4%B8%AD')).toEqual({ id: '中' });
  expect(matchPath('/m/', '/m')).toEqual({});
});

test('a longer, a shorter and another path do not fit', () => {
  expect(matchPath('/m/tasks/:id', '/m/tasks')).toBeUndefined();
  expect(matchPath('/m/tasks/:id', '/m/tasks/7/edit')).toBeUndefined();
  expect(matchPath('/m/tasks', '/m/task')).toBeUndefined();
});

test('a broken escape in a pasted address breaks nothing', () => {
  expect(matchPath('/m/tasks/:id', '/m/tasks/100%')).toEqual({ id: '100%' });
});
