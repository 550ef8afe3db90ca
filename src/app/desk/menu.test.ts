import { expect, test } from 'vitest';
import type { DeskPage } from '../../ui/desk/page';
import { place } from '../../ui/desk/place';
import { menuOf } from './menu';
import { menuGroups, pages } from './pages';

const page = (key: string, path: string, order: number, permissions: readonly string[] = []): DeskPage => ({
  key,
  place: place(path, {}),
  says: { zh: key, en: key },
  permissions,
  menu: { group: 'lists', order },
  component: () => null,
});
const groups = [{ key: 'lists', says: { zh: '名册', en: 'Lists' } }];
const facts = (held: readonly string[], path = '/') => ({
  groups,
  pages: [page('b', '/b', 2), page('a', '/a', 1, ['list.read'])],
  may: (permissions: readonly string[]) => permissions.length === 0 || permissions.some((one) => held.includes(one)),
  path,
  say: ({ zh }: { zh: string }) => zh,
});

test('pages stand in their order below the word of their group, and the one that is open is marked', () => {
  const [group] = menuOf(facts(['list.read'], '/b/17'));
  expect(group?.says).toBe('名册');
  expect(group?.current).toBe(true);
  expect(group?.pages?.map((entry) => [entry.key, entry.current])).toEqual([
    ['a', false],
    ['b', true],
  ]);
});

test('a page without the right to it is absent, and what is left alone stands under its own word', () => {
  expect(menuOf(facts([]))).toMatchObject([{ key: 'b', says: 'b', href: '/b' }]);
});

test('an address that only begins alike is another page', () => {
  expect(menuOf(facts([], '/bb'))[0]?.current).toBe(false);
});

test('of two pages whose addresses begin alike the one with the longer address is open', () => {
  const pages = [page('all', '/all', 1), page('part', '/all/part', 2)];
  const open = (path: string) => menuOf({ ...facts([], path), pages })[0]?.pages?.filter(({ current }) => current);
  expect(open('/all/part/3')?.map(({ key }) => key)).toEqual(['part']);
  expect(open('/all/other')?.map(({ key }) => key)).toEqual(['all']);
});

test('every page stands in a group of the menu that there is, under an address of its own', () => {
  const known = menuGroups.map((group) => group.key);
  expect(pages.filter((each) => each.menu && !known.includes(each.menu.group)).map((each) => each.key)).toEqual([]);
  expect(new Set(pages.map((each) => each.place.path)).size).toBe(pages.length);
  expect(new Set(pages.map((each) => each.key)).size).toBe(pages.length);
});
