import { type Child, enrolledKinds } from './people';
import type { Place } from './places';
import { makeRng, type Rng } from './random';

export type Stage = 'primary' | 'junior' | 'special';
export type School = { readonly code: string; readonly name: string; readonly township: string; readonly stage: Stage };

/** The schools of the county, and which of them serve a township. */
export type Schools = {
  readonly list: readonly School[];
  /** district of each township: a small county has fewer districts than townships */
  readonly districtOf: (township: number) => number;
  readonly primaries: readonly (readonly number[])[];
  readonly juniors: readonly (readonly number[])[];
  readonly special: number;
};

// Fictional: poetic words that no school of the county is named after; the town is left out of the name on purpose.
const wordsOfNames =
  `青禾 望舒 栖云 听泉 松涛 朝露 映雪 知远 沐风 拾光 采薇 凌霄 怀瑾 鹿鸣 扶摇 清晏 锦书 照林 问渠 砚池 溯光 澄怀 半山 云岫
  星野 麦浪 杏坛 芳汀 归雁 临溪 竹影 若水 长歌 晴川 揽月 踏歌 弘毅 致远 澄江 远帆 向日 石榴 白桦 红杉 蒲公英 百灵 雪松 银杏 槐荫 紫藤`
    .trim()
    .split(/\s+/);
const ordinals = ['', '第一', '第二', '第三', '第四', '第五', '第六', '第七', '第八', '第九'];

/** As many schools as the children of each township need; class and school sizes come out as in a county of this size. */
export function makeSchools(seed: number, places: readonly Place[], perTownship: readonly number[]): Schools {
  const rng = makeRng(seed, 2);
  const townshipNames = [...new Set(places.map((place) => place.township))];
  const total = perTownship.reduce((sum, n) => sum + n, 0);
  const districts = Math.max(1, Math.min(perTownship.length, Math.floor(total / 9 / 40)));
  const sizes: number[] = new Array(districts).fill(0);
  perTownship.forEach((n, township) => {
    sizes[township % districts] += n;
  });
  const list: School[] = [];
  const add = (stage: Stage, district: number) => list.push(makeSchool(rng, stage, list.length, townshipNames[district])) - 1;
  const many = (stage: Stage, district: number, count: number) =>
    Array.from({ length: Math.max(1, Math.round(count)) }, () => add(stage, district));
  // The county town draws children from everywhere, so it needs nearly twice the schools.
  const pull = (district: number) => (district < 2 ? 1.7 : 0.8);
  const primaries = sizes.map((size, district) => many('primary', district, (size / 9 / 60) * pull(district)));
  const juniors = sizes.map((size, district) => many('junior', district, (size / 9 / 220) * pull(district)));
  return { list, districtOf: (township) => township % districts, primaries, juniors, special: add('special', 0) };
}

const codeStart = { primary: '2121', junior: '3121', special: '5121' } as const;
const nameEnd = { primary: '小学', junior: '初级中学', special: '特殊教育学校' } as const;

// School codes: two digits of kind, 21 for the province, six of sequence. The sequence starts high, where none is issued yet.
function makeSchool(rng: Rng, stage: Stage, position: number, township: string): School {
  const word = wordsOfNames[position % wordsOfNames.length];
  const round = Math.floor(position / wordsOfNames.length);
  const ordinal = round < ordinals.length ? ordinals[round] : `第${round}`;
  const code = codeStart[stage] + String(900_000 + position * 17 + rng.int(17)).padStart(6, '0');
  return { code, name: word + ordinal + nameEnd[stage], township, stage };
}

/** Chooses a school for a grade among those serving `township`. */
export function schoolFor(schools: Schools, township: number, grade: number, choice: number): number {
  const serving = (grade <= 6 ? schools.primaries : schools.juniors)[schools.districtOf(township)];
  return serving[choice % serving.length];
}

/** Splits every grade of every school into classes of at most 48. */
export function makeClasses(seed: number, children: readonly Child[]): void {
  const rng = makeRng(seed, 3);
  const grades = new Map<number, Child[]>();
  for (const child of children) {
    if (child.school < 0) continue;
    const grade = grades.get(child.school * 10 + child.grade);
    if (grade) grade.push(child);
    else grades.set(child.school * 10 + child.grade, [child]);
  }
  for (const grade of grades.values()) {
    const classes = Math.ceil(grade.length / 48);
    let last = rng.int(classes);
    for (const child of grade) {
      // Twins follow one another here: half of the pairs are put into one class.
      if (!child.twin || rng.chance(0.5)) last = (last + 1) % classes;
      child.classNo = last + 1;
    }
  }
}

/** Whether the child has a row in the enrolment register. */
export function isEnrolled(child: Child): boolean {
  return child.school >= 0 && enrolledKinds.has(child.kind);
}
