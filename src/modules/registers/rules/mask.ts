import { maskId } from '../../../kernel/id-number';
import type { ColumnRole } from './header-names';

/**
 * A cell as somebody may see it who only has to know what sort of thing stands in its column. Numbers keep their beginning
 * and never their end, because the end and a birthday together are the whole number; names keep the surname, phones 3 + 2,
 * addresses the township, days the year. What nobody has named is shown by its shape.
 */
export function maskCell(role: ColumnRole | undefined, text: string): string {
  const form = role === undefined ? 'shape' : (forms[role] ?? 'whole');
  if (form === 'whole') return text.slice(0, longestShown);
  if (form === 'name') return maskName(text);
  if (form === 'number') return maskId(text);
  if (form === 'phone') return text.length > 5 ? text.slice(0, 3) + stars(text.length - 5) + text.slice(-2) : stars(text.length);
  if (form === 'address') return maskAddress(text);
  if (form === 'day') return text.slice(0, 4) + stars(text.length - 4);
  return maskShape(text);
}

/** 张三 → 张*, 欧阳修 → 欧阳*, 图门·巴雅尔 → 图门·***. */
export function maskName(text: string): string {
  const dot = text.search(/[·•・.]/);
  const kept = dot > 0 ? dot + 1 : compoundSurnames.test(text) && text.length > 2 ? 2 : 1;
  return text.slice(0, kept) + stars(text.length - kept);
}

/** What a text looks like and nothing of what it says: 张○○, #○○○. */
export function maskShape(text: string): string {
  return text.slice(0, 1).replace(/\d/, '#') + '○'.repeat(Math.min(3, Math.max(0, text.length - 1)));
}

const longestShown = 20;
const longestStars = 16;

function stars(count: number): string {
  return '*'.repeat(Math.min(longestStars, Math.max(0, count)));
}

/** 百家姓's compound surnames that still occur. */
const compoundSurnames = /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|长孙|宇文|夏侯|端木|赫连|呼延|澹台|拓跋)/;

function maskAddress(text: string): string {
  const township = /^.{0,20}?(镇|乡|街道|农场)/.exec(text);
  if (/^\d{6,}$/.test(text)) return text.slice(0, 9) + stars(text.length - 9);
  return township ? `${township[0]}…` : `${text.slice(0, 3)}…`;
}

type Form = 'whole' | 'name' | 'number' | 'phone' | 'address' | 'day' | 'shape';

const forms: Readonly<Partial<Record<ColumnRole, Form>>> = {
  name: 'name',
  formerName: 'name',
  guardian1Name: 'name',
  guardian2Name: 'name',
  headName: 'name',
  idNumber: 'number',
  studentNumber: 'number',
  auxiliaryNumber: 'number',
  guardian1Id: 'number',
  guardian2Id: 'number',
  headId: 'number',
  householdNumber: 'number',
  disabilityCard: 'number',
  phone: 'phone',
  guardian1Phone: 'phone',
  guardian2Phone: 'phone',
  address: 'address',
  hukouArea: 'address',
  hukouAddress: 'address',
  presentArea: 'address',
  presentAddress: 'address',
  homeAddress: 'address',
  mailAddress: 'address',
  birth: 'day',
  note: 'shape',
  unused: 'shape',
};
