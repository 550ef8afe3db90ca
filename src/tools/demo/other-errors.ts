import { confusions } from './character-pairs';
import { asGuardian, type Draft, type Operator } from './draft';
import { wrongDigit } from './id-errors';
import { compactDay } from './id-numbers';
import { confuse } from './name-errors';

/** Errors of birthday, sex, place, guardians and phone. */
export const otherErrors = {
  birthDay: (draft, { rng }) => setBirth(draft, (birth) => compactDay(birth + (rng.chance(0.5) ? 1 : -1))),
  birthSwapped: (draft) =>
    setBirth(draft, (_, text) => (text.slice(6) <= '12' ? text.slice(0, 4) + text.slice(6) + text.slice(4, 6) : text)),
  birthYear: (draft, { rng }) =>
    setBirth(draft, (_, text) => String(Number(text.slice(0, 4)) + (rng.chance(0.5) ? 1 : -1)) + text.slice(4)),
  birthLunar: (draft) => setBirth(draft, lunarDay),
  birthMonth: (draft) => setBirth(draft, (_, text) => text.slice(0, 6)),
  birthDefault: (draft) => setBirth(draft, (_, text) => `${text.slice(0, 4)}0101`),
  birthMissing: (draft) => setBirth(draft, () => ''),
  sexWrong: (draft) => {
    draft.sex = draft.sex === 1 ? 2 : 1;
    return true;
  },
  placeMoved: (draft, { rng, places }) => {
    const before = draft.place;
    draft.place = rng.pick(places);
    return draft.place !== before;
  },
  placeMissing: (draft) => {
    draft.place = undefined;
    return true;
  },
  placeAlias: (draft) => {
    draft.alias = true;
    return true;
  },
  guardianOther: (draft) => {
    const { father, mother } = draft.family;
    const fatherFirst = draft.first?.name === father.name;
    draft.second = draft.second && draft.first;
    draft.first = fatherFirst ? asGuardian(mother, '母亲') : asGuardian(father, '父亲');
    return true;
  },
  guardianElder: (draft) => {
    const { grandparent } = draft.family;
    if (!grandparent) return false;
    draft.second = draft.second && draft.first;
    draft.first = asGuardian(grandparent, '祖父母或外祖父母');
    return true;
  },
  guardianTypo: (draft, { rng }) => {
    if (!draft.first) return false;
    const before = draft.first.name;
    draft.first.name = confuse(before, rng, rng.chance(0.7) ? confusions.homophone : confusions.lookAlike);
    return draft.first.name !== before;
  },
  guardianMissing: (draft) => {
    draft.first = undefined;
    draft.second = undefined;
    return true;
  },
  guardianIdMissing: (draft) => {
    if (!draft.first) return false;
    for (const guardian of [draft.first, draft.second]) if (guardian) guardian.idNumber = '';
    return true;
  },
  guardianIdWrong: (draft, { rng }) => {
    if (!draft.first) return false;
    draft.first.idNumber = wrongDigit(rng, draft.first.idNumber, 17);
    return true;
  },
  phoneChanged: (draft, { rng }) => {
    draft.phone = `1${3 + rng.int(7)}${String(rng.int(1_000_000_000)).padStart(9, '0')}`;
    if (draft.first) draft.first.phone = draft.phone;
    return true;
  },
  phoneMissing: (draft) => {
    draft.phone = '';
    if (draft.first) draft.first.phone = '';
    return true;
  },
} as const satisfies Record<string, Operator>;

function setBirth(draft: Draft, rewrite: (birth: number, text: string) => string): boolean {
  if (!draft.child || draft.birth.length !== 8) return false;
  const before = draft.birth;
  draft.birth = rewrite(draft.child.birth, before);
  return draft.birth !== before;
}

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** The lunar year, month and day in digits, as people give it: 20120213 for 2012-03-05. */
function lunarDay(birth: number): string {
  const parts = new Map(
    lunar.formatToParts(birth * 86_400_000).map(({ type, value }) => [String(type), Number.parseInt(value, 10)]),
  );
  const two = (type: string) => String(parts.get(type) ?? 1).padStart(2, '0');
  return `${parts.get('relatedYear') ?? new Date(birth * 86_400_000).getUTCFullYear()}${two('month')}${two('day')}`;
}
