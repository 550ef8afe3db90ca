import { Refusal, type Sentence } from '../../../kernel/refusal';
import { type Role, roleFacts } from '../roles';

/** A right to be given: a role over a place, from a day until a day, both included. */
export type GrantDraft = {
  readonly userId: string;
  readonly role: Role;
  readonly path: string;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly reason: string;
};

/** 未成年人网络保护条例 §36 with the register of goals, PRV-08: a standing right ends by itself; a year and a month. Our choice. */
export const LONGEST_GRANT_DAYS = 400;

export type GrantFault = Sentence & { readonly path: 'role' | 'path' | 'fromDay' | 'untilDay' };

/** What is wrong with a grant in itself, field by field; whether its place exists is asked elsewhere. */
export function grantFaults(
  countyId: string,
  draft: Omit<GrantDraft, 'userId' | 'reason'>,
  today: string,
): readonly GrantFault[] {
  const { role, path, fromDay, untilDay } = draft;
  const { says, depth, administrator } = roleFacts(role);
  const faults: GrantFault[] = [];
  if (!path.startsWith(`${countyId}/`) || path.split('/').length - 1 !== depth) {
    const level = levels[roleFacts(role).tree][depth - 1];
    faults.push({
      path: 'path',
      zh: `${says.zh}要落到${level?.zh}，请重新选单位。`,
      en: `A ${says.en.toLowerCase()} answers for a ${level?.en}: choose the place again.`,
    });
  }
  if (untilDay === null) {
    if (!administrator && role !== 'bureau-leader') faults.push({ path: 'untilDay', ...words.noEnd });
  } else if (untilDay < fromDay) faults.push({ path: 'untilDay', ...words.endsBefore });
  else if (untilDay < today) faults.push({ path: 'untilDay', ...words.endedAlready });
  else if (daysBetween(fromDay, untilDay) > LONGEST_GRANT_DAYS) faults.push({ path: 'untilDay', ...words.tooLong });
  return faults;
}

/**
 * Refuses two offices of administrator, or one beside a role of the work, in one hand (SEC-07); `held` are the roles a person
 * has, will have or is to have.
 */
export function checkTogether(role: Role, held: readonly Role[]): void {
  const isAdministrator = (one: Role) => roleFacts(one).administrator;
  const clash = held.find((other) => (isAdministrator(role) || isAdministrator(other)) && other !== role);
  if (clash === undefined) return;
  const [wanted, has] = [roleFacts(role).says, roleFacts(clash).says];
  throw new Refusal('conflict', 'offices-apart', {
    zh: `没有保存：这个人已是${has.zh}，不能再当${wanted.zh}。三员互斥，三员也不能兼业务岗位（等保 8.1.5）。请换一个人，或先收回原来的授权。`,
    en: `Not saved: this person is ${has.en.toLowerCase()} and cannot be ${wanted.en.toLowerCase()} too. The three administrators are three people and do no other work here. Choose somebody else, or end the other grant first.`,
  });
}

const levels = {
  county: [{ zh: '全县', en: 'county' }],
  area: [
    { zh: '全县', en: 'county' },
    { zh: '乡镇', en: 'township' },
    { zh: '村（社区）', en: 'village' },
  ],
  school: [
    { zh: '全县', en: 'county' },
    { zh: '学校', en: 'school' },
    { zh: '班级', en: 'class' },
  ],
} as const;

const words = {
  noEnd: { zh: '请写明到哪一天为止。', en: 'Say until which day.' },
  endsBefore: { zh: '结束日早于开始日。', en: 'It ends before it begins.' },
  endedAlready: { zh: '结束日已经过去。', en: 'It has ended already.' },
  tooLong: {
    zh: `最长 ${LONGEST_GRANT_DAYS} 天，到期再续。`,
    en: `At most ${LONGEST_GRANT_DAYS} days; it can be renewed then.`,
  },
} as const;

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}
