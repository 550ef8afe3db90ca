import { makePool, zipf } from './random';

// Pools written for this project from fashions that anybody can observe; no list of real people is behind them.

/** Han surnames, common first; the first figures are rough shares in per cent (王李张刘 about a third together). */
const surnameShares: Readonly<Record<string, number>> = {
  ...{ 王: 10, 李: 9.4, 张: 9, 刘: 7.6, 陈: 3, 杨: 3.1, 赵: 3.6, 孙: 2.9, 于: 2.2, 马: 1.7, 周: 1.6, 吴: 1.4, 徐: 1.5 },
  ...{ 郭: 1.5, 高: 1.5, 韩: 1.2, 姜: 1, 宋: 1.1, 林: 0.9, 朱: 1, 胡: 0.8, 何: 0.7, 曹: 0.7, 董: 0.7, 许: 0.6, 丛: 0.3 },
  ...{ 田: 0.6, 尹: 0.4, 齐: 0.5, 崔: 0.5, 任: 0.5, 石: 0.5, 白: 0.6, 付: 0.4, 冯: 0.6, 郑: 0.5, 梁: 0.4, 孟: 0.4, 潘: 0.3 },
  ...{ 魏: 0.5, 吕: 0.4, 丁: 0.4, 邹: 0.3, 苏: 0.4, 杜: 0.4, 夏: 0.3, 蔡: 0.3, 袁: 0.3, 金: 0.5, 唐: 0.3, 邢: 0.3, 谭: 0.2 },
  ...{ 贾: 0.3, 侯: 0.3, 郝: 0.3, 秦: 0.3, 薛: 0.2, 卢: 0.2, 史: 0.2, 佟: 0.2, 关: 0.2, 康: 0.2, 毛: 0.2, 邱: 0.2, 尚: 0.1 },
  ...{ 常: 0.2, 葛: 0.2, 迟: 0.2, 曲: 0.2, 单: 0.1, 解: 0.1, 仇: 0.05, 查: 0.04, 区: 0.02, 种: 0.02, 盖: 0.05, 牟: 0.06 },
};

/** Compound surnames: about 0.15 % of people in all (our assumption). */
const compoundSurnames = '欧阳 上官 司马 诸葛 皇甫 慕容 尉迟 东方 令狐 夏侯 司徒 端木'.split(' ');

const surnameList = [...Object.keys(surnameShares), ...compoundSurnames];
export const hanSurnames = makePool(surnameList, (i) => surnameShares[surnameList[i]] ?? 0.012);

/** Surnames that Mongolian families of the region write in the Han way. */
export const mongolianSurnames = zipf('包 白 乌 宝 王 鲍 席 李 何 海 张 吴 陈 金 韩 佟 暴 卜 图'.split(' '), 0.7);

function words(text: string) {
  return zipf(text.trim().split(/\s+/));
}

/** Whole given names in fashion: `early` for births before about 2012, `late` after. */
export const givenNames = {
  boy: {
    early: words(`浩然 子豪 宇航 俊杰 佳豪 浩宇 博文 宇轩 子轩 明轩 天宇 家豪 志强 鑫磊 文博 俊豪 鹏飞 浩轩 嘉豪 泽宇 智博
      晓东 佳俊 雨泽 文轩 家兴 思远 佳乐 金鹏 昊天 子健 立鹏 海洋 旭东 文杰 佳明 俊峰 瑞祥 志远 新宇 嘉伟 天翔 宏宇 一鸣`),
    late: words(`浩宇 梓轩 宇轩 浩然 子轩 沐宸 浩轩 俊熙 奕辰 一诺 梓睿 子墨 梓豪 铭泽 宇泽 博文 子睿 皓轩 煜城 泽宇 宇辰 嘉懿
      佳霖 锦程 思源 梓涵 俊宇 睿泽 明哲 天佑 承泽 瑾瑜 梓晨 昊轩 雨泽 宇恒 家乐 嘉诚 铭轩 伟泽 梓航 若尘 启航 景行 亦辰 柏霖`),
  },
  girl: {
    early: words(`欣怡 子涵 佳怡 雨涵 思涵 雨欣 思琪 梦瑶 诗涵 佳琪 欣悦 雅婷 静怡 梓涵 雨萱 可欣 嘉怡 文静 馨月 佳慧 梦琪 欣妍
      思雨 雪莹 佳欣 慧敏 心怡 紫涵 晓彤 婷婷 雨晴 美琪 佳悦 诗雨 玉婷 嘉欣 雅楠 思佳 冬雪 春艳 新月 海悦 艺馨 明月`),
    late: words(`梓涵 梓萱 一诺 欣怡 诗涵 子涵 雨桐 欣妍 可馨 梓妍 依诺 若汐 语桐 思彤 沐瑶 梓瑶 佳怡 紫萱 艺涵 雨泽 诗琪 雨萱
      佳琪 思涵 梓琪 奕涵 语嫣 芷晴 沐晨 梓彤 可欣 熙悦 婉婷 若溪 艺馨 锦萱 嘉怡 雨汐 婧涵 思语 晴雯 佳宁 月彤 安琪 静姝 钰涵`),
  },
} as const;

function characters(text: string) {
  return zipf([...text.replace(/\s/g, '')], 0.7);
}

/** Characters that composed names begin and end with, common first. */
export const givenCharacters = {
  boy: {
    first: characters('子梓宇浩俊文佳嘉天明泽志博家雨思铭金海立晓新旭智瑞玉永国建春振鸿永凯世伟景启承奕沐辰睿柏亦锦若云星'),
    last: characters('轩宇豪涵泽然杰博辰航睿文阳鑫龙鹏宸哲霖熙磊洋峰伟超旭明东兴源诚毅良骏坤林成凡羽晟烨昊恒臣琪尧麟源'),
  },
  girl: {
    first: characters('子梓欣雨佳思诗嘉雅梦静可紫美艺心语依若馨慧晓玉文婉钰沐芷海春冬秋月晴云婧悦锦安乐诺星一宛熙清'),
    last: characters('涵怡萱琪瑶欣妍彤婷悦桐月馨诺雪雯娜慧莹汐然晴语菲宁颖佳静洁丽娇钰嫣茹冉琳溪曦格冰舒宜芮'),
  },
} as const;

/** Given names of the parents' and grandparents' generations. */
export const adultGivenNames = {
  father: words(`伟 军 强 磊 勇 涛 超 鹏 辉 刚 建军 海军 志强 立新 国强 晓东 建国 文军 海涛 凤军 永强 玉龙 志刚 树军 宏伟 春雨
    立军 国军 海龙 明 亮 斌 飞 杰 宝 利 文东 晓明 振宇 立国 显军 凤龙 子民 瑞军 长江 树林 占武 雪松 井龙 东升 利军 玉明 海波`),
  mother: words(`丽 艳 娟 敏 静 红 霞 娜 芳 燕 丽娟 艳华 晓红 春梅 凤霞 立红 桂英 丽丽 海燕 玉梅 秀丽 艳丽 淑华 晓丽 亚男 雪梅
    艳玲 凤云 颖 洋 婷 玲玲 春艳 冬梅 丽华 小红 秀梅 立娟 海霞 玉红 晓燕 凤丽 艳杰 丽杰 淑红 秋月 彩霞 文娟 敏娜 丹 晶 阳`),
  grandfather: words(`国富 凤山 玉山 振海 占军 桂林 殿臣 文才 凤林 玉林 德福 显文 国民 井山 树森 洪生 万才 振国 永贵 福林 景春`),
  grandmother: words(`桂兰 秀英 凤英 玉芝 淑珍 桂芝 玉兰 秀兰 素珍 桂荣 凤兰 淑芝 玉珍 凤芝 秀珍 桂珍 素芹 玉华 淑兰 桂花 井芝`),
} as const;
