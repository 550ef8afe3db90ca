import type { Rng } from '../demo/random';

// Another county, other fashions: nothing here is shared with the demonstration county's pools.
const surnames = [
  ...'陈林黄吴郑蔡许谢曾廖赖邓罗彭钟叶潘苏卢江温邱庄翁方沈傅余游戴范涂连施洪简柯颜詹童饶蓝雷龙覃韦莫农陆蒙阮欧甘古巫官丘池',
];
const heads = [
  ...'雅思晓文志伟家俊佩淑明建惠美静宜怡育承哲彦宗柏冠宇秉政信宏裕维圣筱咏韵芷映采念以可允品恩亭妤蕴若歆语渝沅黎昕曜勋铠尚颢',
];
const tails = [
  ...'芬玲君华婷雯仪玟萍惠贞珍君瑜蓉茵琳慈如安勋翰廷毅豪杰霖泓璋铭诚中恒彰纬麟勋骏弘任佑允文轩辰睿恩希彤榕槿珂莹葳懿荃嫣',
];
const fashionable = [
  '子晴',
  '承恩',
  '宇恩',
  '品妍',
  '语彤',
  '睿恩',
  '柏宇',
  '芷晴',
  '宥廷',
  '沐恩',
  '亦安',
  '书瑜',
  '景澄',
  '以安',
];

const tibetan = [
  '扎西',
  '多吉',
  '卓玛',
  '央金',
  '次仁',
  '旦增',
  '格桑',
  '白玛',
  '尼玛',
  '达瓦',
  '平措',
  '拉姆',
  '索朗',
  '德吉',
  '顿珠',
  '仁青',
];
const yi = ['吉克', '阿苦', '沙马', '马海', '曲比', '阿依', '木呷', '伍各', '拉日', '尔古', '子日', '日古', '阿牛', '果果'];
const turkic = [
  '阿不都',
  '热西提',
  '吾斯曼',
  '尼牙孜',
  '赛买提',
  '阿曼',
  '古丽仙',
  '再努尔',
  '海力其',
  '努尔买买提',
  '木合塔尔',
  '巴哈尔',
];
const mongolian = [
  '朝洛蒙',
  '苏德',
  '青格勒',
  '乌恩其',
  '阿拉坦',
  '其布日',
  '塔林',
  '莫日根',
  '哈日巴拉',
  '娜布其',
  '苏布道',
  '阿荣高娃',
];

/** Characters of this county's rare names with their reading; half of them lie outside the basic plane. */
export const rareReadings: Readonly<Record<string, string>> = {
  ...{
    祎: 'yi',
    昶: 'chang',
    赑: 'bi',
    燚: 'yi',
    鱻: 'xian',
    槑: 'mei',
    嫄: 'yuan',
    瑨: 'jin',
    韡: 'wei',
    灋: 'fa',
    㚤: 'yu',
    䴉: 'huan',
  },
  ...{ '\u{20BB7}': 'ji', '\u{2B363}': 'xu', '\u{2C35B}': 'jin', '\u{2C497}': 'yong', '\u{2CBC0}': 'rui', '\u{2CE93}': 'yi' },
};
const rareList = Object.keys(rareReadings);

export type Manner = 'plain' | 'rare' | 'minority';

/** A family name as this county hands it on; '' where the family uses none. */
export function drawSurname(rng: Rng): string {
  return surnames[Math.floor(surnames.length * rng.next() ** 2.2)];
}

/** A full name. A minority name has no surname: two parts with a dot, or run together, or one word. */
export function drawName(rng: Rng, surname: string, manner: Manner): string {
  if (manner === 'minority') return minorityName(rng);
  const given = rng.chance(0.06) ? rng.pick(fashionable) : composed(rng);
  if (manner === 'plain') return surname + given;
  const rare = rng.pick(rareList);
  return rng.chance(0.3) ? surname + rare : surname + (rng.chance(0.5) ? given[0] + rare : rare + given[0]);
}

function composed(rng: Rng): string {
  const tail = rng.pick(tails);
  if (rng.chance(0.12)) return tail;
  return rng.pick(heads) + tail;
}

function minorityName(rng: Rng): string {
  switch (rng.int(4)) {
    case 0:
      return `${rng.pick(turkic)}·${rng.pick(turkic)}`;
    case 1:
      return rng.pick(tibetan) + rng.pick(tibetan);
    case 2:
      return rng.chance(0.5) ? `${rng.pick(yi)}${rng.pick(yi)}` : `${rng.pick(yi)}·${rng.pick(yi)}${rng.pick(yi)}`;
    default:
      return rng.pick(mongolian);
  }
}

/** A twin's or sibling's name: the first given character kept where there are two. */
export function kindredName(rng: Rng, elder: string, surname: string): string {
  const given = elder.slice(surname.length);
  return surname + given[0] + rng.pick(tails.filter((tail) => tail !== given[1]));
}

/** All characters that an input method of this county might offer for a syllable. */
export const offeredCharacters = [
  ...new Set([
    ...surnames,
    ...heads,
    ...tails,
    ...fashionable.join(''),
    ...'涵函晗萱轩宣欣心新馨鑫诗思丝斯嘉佳加家梓紫子籽雨语羽与宏红鸿虹',
  ]),
];
