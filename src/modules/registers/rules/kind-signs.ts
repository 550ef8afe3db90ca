import { type ColumnRole, normaliseHeader } from './header-names';
import type { Layout } from './layout';
import { type RegisterKind, registerKinds } from './register';

/**
 * What the columns of a sheet say about which list it is. `other`: they speak for another kind, `clear` where next to nothing
 * speaks for the one it was given as; `columns` are the headers that tell. `unclear`: nothing speaks for any kind.
 */
export type KindVerdict =
  | { readonly says: 'fits' }
  | { readonly says: 'unclear' }
  | { readonly says: 'other'; readonly looks: RegisterKind; readonly clear: boolean; readonly columns: readonly string[] };

/** Holds the columns of a sheet against the kind it was given as. A class or school in the title counts as a column. */
export function kindVerdict(kind: RegisterKind, layout: Pick<Layout, 'columns' | 'className' | 'school'>): KindVerdict {
  const seen = signsIn(layout);
  const own = seen.filter(({ sign }) => sign.of.includes(kind));
  const [best] = registerKinds
    .filter((other) => other !== kind)
    .map((looks) => {
      const telling = seen.filter(({ sign }) => sign.of.includes(looks) && !sign.of.includes(kind));
      const against = own.filter(({ sign }) => !sign.of.includes(looks));
      return { looks, columns: strongest(telling), telling: weightOf(telling), against: weightOf(against) };
    })
    .sort((one, two) => two.telling - one.telling);
  if (best === undefined || best.telling === 0) return { says: own.length > 0 ? 'fits' : 'unclear' };
  const { looks, columns, telling, against } = best;
  if (telling >= clearly && telling >= against * outweighs) return { says: 'other', looks, clear: true, columns };
  const doubtful = own.length === 0 ? telling >= asked : telling >= against + clearly;
  if (doubtful) return { says: 'other', looks, clear: false, columns };
  return { says: own.length > 0 ? 'fits' : 'unclear' };
}

/** A few columns by which people know a list of this kind, for a sentence. */
export const knownBy: Readonly<Record<RegisterKind, readonly string[]>> = {
  household: ['户号', '与户主关系', '户籍地址'],
  enrolment: ['学籍号', '学籍接续标识', '学校标识码'],
  attending: ['学校', '年级', '班级'],
  poverty: ['户编号', '户类型', '脱贫属性'],
  disability: ['残疾人证号', '残疾类别', '残疾等级'],
};

/** Two columns that only another list has are no accident; one alone may be somebody's addition. Our choice. */
const clearly = 2;
const asked = 1;
/** A village's own list of children names their schools and classes as well; a class list may name villages. Our choice. */
const outweighs = 4;

/** Columns that stand for each other count once. `weight` 1 is a column that others add at times, 2 one that only a system has. */
type Sign = {
  readonly of: readonly RegisterKind[];
  readonly weight: number;
  readonly roles?: readonly ColumnRole[];
  readonly headers?: string;
};

/** What makes a list what it is, after the published layouts (`header-names.ts`); the first sign that fits a column is its sign. */
const signs: readonly Sign[] = [
  { of: ['enrolment'], weight: 2, headers: '学籍接续标识' },
  { of: ['enrolment'], weight: 2, roles: ['schoolCode'] },
  { of: ['enrolment'], weight: 2, headers: '入学方式 学生来源' },
  { of: ['enrolment'], weight: 1, roles: ['studentNumber', 'auxiliaryNumber'] },
  { of: ['enrolment'], weight: 1, roles: ['attendsBy', 'inclusive'] },
  { of: ['enrolment'], weight: 1, headers: '入学年月 学籍状态' },
  { of: ['enrolment'], weight: 1, headers: '身份证件号 身份证件类型 学生身份证件号' },
  { of: ['enrolment'], weight: 1, headers: '成员1姓名 成员1身份证件号 成员1联系电话' },
  { of: ['attending'], weight: 1, roles: ['className'] },
  { of: ['attending'], weight: 1, roles: ['grade'] },
  { of: ['attending', 'enrolment'], weight: 1, roles: ['school'] },
  { of: ['attending'], weight: 1, headers: '家长姓名 家长 家长电话 家长联系电话 家长手机 班主任 座号 座位号' },
  { of: ['poverty'], weight: 2, headers: '户编号 人编号 人口编号 户内序号' },
  { of: ['poverty'], weight: 2, headers: '脱贫属性 贫困户属性 监测对象类别 脱贫年度' },
  { of: ['poverty'], weight: 1, headers: '致贫原因 主要致贫原因 人均纯收入' },
  { of: ['poverty'], weight: 1, headers: '劳动技能 务工状况 务工时间' },
  { of: ['poverty'], weight: 1, headers: '在校生状况 义务教育阶段未上学原因' },
  { of: ['disability'], weight: 2, roles: ['disabilityCard'] },
  { of: ['disability'], weight: 1, headers: '残疾类别' },
  { of: ['disability'], weight: 1, roles: ['disabilityLevel'] },
  { of: ['household', 'poverty'], weight: 1, roles: ['relationToHead'] },
  { of: ['household', 'poverty'], weight: 1, roles: ['headName', 'headId'] },
  { of: ['household', 'poverty'], weight: 1, headers: '户类型' },
  { of: ['household'], weight: 1, headers: '户号 户口编号 公安户口编号 户口簿号' },
  { of: ['household'], weight: 2, roles: ['changeReason'] },
  { of: ['household'], weight: 2, roles: ['residenceMatches'] },
  { of: ['household'], weight: 2, headers: '住址派出所 派出所 户籍派出所 户别 责任区 人员类别' },
  { of: ['household', 'disability'], weight: 1, roles: ['hukouAddress'] },
  { of: ['household'], weight: 0.5, roles: ['township', 'village'] },
];

const signOfHeader = new Map(
  signs.flatMap((sign) => (sign.headers?.split(' ') ?? []).map((header) => [normaliseHeader(header), sign] as const)),
);
const signOfRole = new Map(signs.flatMap((sign) => (sign.roles ?? []).map((role) => [role, sign] as const)));

type SignSeen = { readonly sign: Sign; readonly header: string };

function signsIn({ columns, className, school }: Pick<Layout, 'columns' | 'className' | 'school'>): SignSeen[] {
  const seen = new Map<Sign, SignSeen>();
  const see = (sign: Sign | undefined, header: string) => {
    if (sign && !seen.has(sign)) seen.set(sign, { sign, header });
  };
  for (const { header, role } of columns) {
    const byName = signOfHeader.get(normaliseHeader(header).replace(/\([^()]*\)?/g, ''));
    see(byName ?? (role === undefined ? undefined : signOfRole.get(role)), header);
  }
  if (className !== '') see(signOfRole.get('className'), className);
  if (school !== '') see(signOfRole.get('school'), school);
  return [...seen.values()];
}

/** The headers, those that tell most first. */
function strongest(seen: readonly SignSeen[]): string[] {
  return [...seen].sort((one, two) => two.sign.weight - one.sign.weight).map(({ header }) => header);
}

function weightOf(seen: readonly SignSeen[]): number {
  return seen.reduce((sum, { sign }) => sum + sign.weight, 0);
}
