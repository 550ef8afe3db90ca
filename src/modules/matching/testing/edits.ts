import fc from 'fast-check';
import { idOf, type Row } from './factories';

/** The three lists of a county in which every child stands. */
export type WholeLists = {
  readonly household: readonly Row[];
  readonly enrolment: readonly Row[];
  readonly attending: readonly Row[];
};

/** What happens between two comparisons: something of the child at a place is written otherwise, it leaves, or one comes. */
export type Edit = { readonly what: (typeof whats)[number]; readonly at: number };
const whats = ['phone', 'guardian', 'name', 'number', 'village', 'class', 'leaves-class', 'leaves', 'comes'] as const;

/** Some edits at once. */
export const editsOfLists: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ what: fc.constantFrom(...whats), at: fc.nat(10_000) }),
  { minLength: 1, maxLength: 12 },
);

/** The lists after the edits, one after another. */
export function edited(lists: WholeLists, edits: readonly Edit[]): WholeLists {
  return edits.reduce(oneEdit, lists);
}

function oneEdit(lists: WholeLists, { what, at }: Edit): WholeLists {
  const { household, enrolment, attending } = lists;
  const child = household[at % household.length];
  const own = ({ idNumber }: Row) => idNumber !== '' && idNumber === child.idNumber;
  const change = (list: readonly Row[], edit: (row: Row) => Row) => list.map((row) => (own(row) ? edit(row) : row));
  const drop = (list: readonly Row[]) => list.filter((row) => !own(row));
  switch (what) {
    case 'phone':
      return { ...lists, household: change(household, (row) => ({ ...row, guardian1Phone: `1399${at}`.padEnd(11, '7') })) };
    case 'guardian':
      return { ...lists, enrolment: change(enrolment, (row) => ({ ...row, guardian1Name: `${row.name?.[0]}德全` })) };
    case 'name':
      return { ...lists, enrolment: change(enrolment, (row) => ({ ...row, name: `${row.name?.slice(0, -1)}翀` })) };
    case 'number':
      return { ...lists, attending: change(attending, (row) => ({ ...row, idNumber: '' })) };
    case 'village':
      return { ...lists, household: change(household, (row) => ({ ...row, village: '桥子' })) };
    case 'class':
      return { ...lists, attending: change(attending, (row) => ({ ...row, className: '3班' })) };
    case 'leaves-class':
      return { ...lists, attending: drop(attending) };
    case 'leaves':
      return { household: drop(household), enrolment: drop(enrolment), attending: drop(attending) };
    case 'comes':
      return comes(lists, child, at);
  }
}

/** A child nobody has heard of, in all three lists. */
function comes({ household, enrolment, attending }: WholeLists, like: Row, at: number): WholeLists {
  const birth = `2013-0${1 + (at % 9)}-1${at % 10}`;
  const name = `${'欧阳'}${'宇欣浩佳梓雨晨思'[at % 8]}${'轩怡然琪涵博'[at % 6]}`;
  const who: Row = { name, birth, sex: '男', idNumber: idOf(birth, 501 + 2 * (at % 200)) };
  const { township = '', village = '' } = like;
  const home: Row = { ...who, township, village, guardian1Name: '欧阳德全', guardian1Phone: `1388${at}`.padEnd(11, '3') };
  const seat: Row = { school: '水泉小学', grade: '五年级', className: '1班', guardian1Name: '欧阳德全' };
  if (household.some(({ idNumber }) => idNumber === who.idNumber)) return { household, enrolment, attending };
  return {
    household: [...household, home],
    enrolment: [...enrolment, { ...home, ...seat }],
    attending: [...attending, { ...who, ...seat }],
  };
}
