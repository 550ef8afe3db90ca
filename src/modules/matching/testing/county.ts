import { formatDay } from '../../../kernel/day';
import { idOf, type Row } from './factories';

/** A made-up county whose registers agree about nearly everything: what the comparison learns its weights from. */
export type County = {
  readonly household: readonly Row[];
  /** of each household row its enrolment, in the same order */ readonly enrolment: readonly Row[];
};

/** At least so many children in families of one to three, with brothers, sisters and twins; the same every time. */
export function aCounty(children: number): County {
  const random = new Random(20250301);
  const household: Row[] = [];
  for (let family = 0; household.length < children; family++) household.push(...aFamily(random, family));
  return { household, enrolment: household.map((row, at) => enrolmentOf(row, at, random)) };
}

/** The enrolment of a child as a school would write it: the household register's words, and a school. */
export function enrolmentOf(row: Row, at = 0, random?: Random): Row {
  const { headName: _head, headId: _headId, changeReason: _reason, ...pupil } = row;
  const { birth = '2014-01-01', township = '' } = row;
  const grade = Math.max(1, Math.min(9, 2024 - Number(birth.slice(0, 4)) - (birth.slice(5, 7) < '09' ? 5 : 6)));
  const school = `${township.slice(0, -1)}${grade > 6 ? '中学' : '小学'}`;
  const enrolled: Row = { ...pupil, school, grade: `${grade}年级`, className: `${1 + (at % 2)}班` };
  if (!random || random.below(12) > 0) return enrolled;
  const usual: Row[] = [
    { ...enrolled, guardian1Phone: random.phone() },
    {
      ...enrolled,
      guardian1Phone: random.phone(),
      guardian1Name: `${random.surname()}${parentNames[random.below(parentNames.length)]}`,
    },
    { ...enrolled, village: random.village(), guardian1Phone: random.phone() },
    { ...enrolled, village: random.village() },
  ];
  return usual[random.below(usual.length)];
}

function aFamily(random: Random, family: number): Row[] {
  const surname = random.surname();
  const shared = random.character();
  const own = random.below(lastCharacters.length);
  const home = {
    township: random.township(),
    village: random.village(),
    guardian1Name: `${surname}${parentNames[random.below(parentNames.length)]}`,
    guardian1Phone: random.phone(),
  };
  const size = [1, 1, 1, 2, 2, 3][random.below(6)];
  const births: number[] = [firstBirth + random.below(birthDays)];
  const twins = random.below(25) === 0;
  for (let child = 1; child < size; child++)
    births.push(births[child - 1] + (twins && child === 1 ? 0 : 420 + random.below(900)));
  return births
    .filter((day) => day < firstBirth + birthDays)
    .map((day, child) => {
      const birth = formatDay(day);
      const sex = random.below(2) === 0 ? '男' : '女';
      const middle = random.below(3) < (twins ? 2 : 1) ? shared : random.below(6) === 0 ? '' : random.character();
      const given = middle + lastCharacters[(own + child * 5) % lastCharacters.length];
      const sequence = ((family * 3 + child) % 498) * 2 + (sex === '男' ? 1 : 2);
      return { name: surname + given, idNumber: idOf(birth, sequence), birth, sex, ...home };
    });
}

/** 2010-01-01 to 2018-08-31: all of school age in the spring of 2025. */
const firstBirth = 14_610;
const birthDays = 3165;

const surnames = [...'张王李刘赵陈杨孙于周高马徐吴郭白郑田韩冯石唐邵崔关丛佟齐闫宫'];
const characters = [...'子梓雨一诗思嘉佳欣宇浩明俊博文语晓天馨婉'];
/** No two of one sound: nobody gives two children of one family names that sound alike. */
const lastCharacters = [...'涵轩怡宇欣浩然佳琪晨诗博文睿雅婷俊杰泽诺彤天乐峰晓'];
const parentNames = '志强 秀英 建军 玉兰 海波 丽华 国栋 艳红 永刚 桂芝 文斌 春梅 宝山 淑琴 立新 凤霞'.split(' ');

/** Numbers that look thrown, from a seed; small ones come more often where a tail is asked for. */
class Random {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 4_294_967_296) * limit);
  }

  surname(): string {
    return surnames[this.tail(surnames.length)];
  }

  character(): string {
    return characters[this.tail(characters.length)];
  }

  township(): string {
    return ['水泉镇', '公营子镇', '白塔子镇', '南哨镇', '甘招镇', '大营子乡'][this.below(6)];
  }

  village(): string {
    return ['桥子', '河东', '山前', '杨树', '石砬', '南沟', '大洼', '新房'][this.below(8)];
  }

  phone(): string {
    return `138${String(this.below(100_000_000)).padStart(8, '0')}`;
  }

  private tail(limit: number): number {
    return Math.floor((this.below(1000) / 1000) ** 2 * limit);
  }
}
