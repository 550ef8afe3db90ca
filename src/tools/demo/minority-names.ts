import { draw, type Rng, zipf } from './random';

/** A name with how it is put together: `surname` is '' where the name has none. */
export type PersonName = { readonly surname: string; readonly given: string };

const mongolian = {
  boy: zipf(
    `巴图 苏和 那日苏 阿古拉 朝鲁 孟和 巴特尔 哈斯 布仁 额尔敦 特木尔 吉日嘎拉 乌力吉 宝音 满都拉 呼和 德力格尔 阿斯根 伊德尔
    朝格图 斯日古楞 苏日塔拉图 巴雅尔 查干 敖日格勒 那木汗 吉雅 恩和 白音 格根`
      .trim()
      .split(/\s+/),
  ),
  girl: zipf(
    `阿茹娜 萨日娜 乌云其木格 其其格 娜仁 托娅 娜仁托娅 乌兰 乌日娜 斯琴 高娃 斯琴高娃 格日勒 图雅 敖登 诺敏 苏日娜 娜仁高娃 萨仁
    乌云 塔娜 哈斯其其格 阿丽玛 乌仁图雅 萨如拉 乌日汗 奥登高娃 其木格 海日 莎日娜`
      .trim()
      .split(/\s+/),
  ),
} as const;

/** Long and short forms under which the same Mongolian name is written in different registers. */
export const mongolianForms: readonly (readonly [long: string, short: string])[] = [
  ['乌云其木格', '乌云'],
  ['娜仁托娅', '娜仁'],
  ['斯琴高娃', '斯琴'],
  ['哈斯其其格', '哈斯'],
  ['娜仁高娃', '娜仁'],
  ['苏日塔拉图', '苏日塔'],
  ['斯日古楞', '古楞'],
  ['吉日嘎拉', '吉日格勒'],
  ['乌仁图雅', '图雅'],
  ['奥登高娃', '敖登高娃'],
  ['敖日格勒', '敖日格乐'],
  ['巴特尔', '巴特'],
  ['德力格尔', '德力格日'],
  ['托娅', '图雅'],
  ['阿茹娜', '阿如娜'],
  ['萨日娜', '莎日娜'],
  ['萨如拉', '萨茹拉'],
  ['额尔敦', '额尔登'],
  ['乌力吉', '乌力吉图'],
  ['巴图', '巴图尔'],
  ['朝鲁', '楚鲁'],
  ['孟和', '孟克'],
  ['布仁', '布仁巴雅尔'],
];

const dotted = {
  boy: zipf(
    '买买提 艾力 阿卜杜拉 热合曼 库尔班 吐尔逊 依明 玉素甫 麦麦提 艾尼瓦尔 卡德尔 阿迪力 帕尔哈提 伊力亚斯 居马'.split(' '),
  ),
  girl: zipf('阿依古丽 古丽娜尔 帕提古丽 热依拉 迪丽热巴 阿米娜 祖丽菲娅 茹仙古丽 麦尔哈巴 阿孜古丽 穆妮热 古丽米热'.split(' ')),
} as const;

// Longer names are put together from these, as they are in life.
const stems = '那顺 吉日 宝音 阿拉坦 斯钦 孟和 朝克 呼格 乌日 苏和 额尔德 白音 图门 哈日 青格 敖特 恩和 满都 达木 特格'.split(
  ' ',
);
const endings = {
  boy: '巴雅尔 巴图 吉勒图 宝力高 达来 仓 特木尔 乌力吉 夫 木仁 格日勒图 巴根'.split(' '),
  girl: '其其格 高娃 托娅 花 娜 图雅 其木格 玛 斯琴 塔娜 格日勒 琪琪格'.split(' '),
} as const;

/** A Mongolian personal name: usually alone, sometimes after a surname, rarely joined by a dot. */
export function mongolianName(rng: Rng, male: boolean, surname: string): PersonName {
  const sex = male ? 'boy' : 'girl';
  const given = rng.chance(0.5) ? draw(mongolian[sex], rng) : rng.pick(stems) + rng.pick(endings[sex]);
  const form = rng.next();
  if (form < 0.7) return { surname: '', given };
  return form < 0.92 ? { surname, given } : { surname: '', given: `${surname}·${given}` };
}

/** A name of two parts with a dot, the father's given name last: 阿依古丽·买买提. */
export function dottedName(rng: Rng, male: boolean, fatherGiven: string): PersonName {
  return { surname: '', given: `${draw(male ? dotted.boy : dotted.girl, rng)}·${fatherGiven}` };
}

/** The given name of a father or mother whose family writes dotted names. */
export function dottedGiven(rng: Rng, male: boolean): string {
  return draw(male ? dotted.boy : dotted.girl, rng);
}
