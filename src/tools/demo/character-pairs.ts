/**
 * Which characters are mistaken for one another, in groups written for this project.
 *
 * `homophones`: same sound, other character (what a clerk writes by ear). `lookAlikes`: other sound, similar shape (what a
 * clerk copies from handwriting). `variants`: the same character in its traditional or variant form.
 */
const homophones = `子梓紫籽 涵晗函含寒 轩萱宣瑄暄 浩昊皓灏颢 宇雨语羽禹 欣心昕馨鑫新辛 怡仪宜颐 佳嘉家加珈 诗施思 思斯丝 琪棋淇祺琦旗
  瑶遥尧谣 彤桐童同 婷亭庭 悦月玥越岳乐 妍研颜言岩 诺喏 俊峻骏君竣 杰洁捷婕 泽则择 睿瑞锐芮蕊 博勃伯柏 文雯纹 晨辰宸臣尘 航杭行
  豪毫 鹏朋彭 明鸣铭名茗 志智致治 强墙 磊蕾垒 伟玮炜纬 晓小筱 静靖婧菁晶 雅娅 慧惠会卉蕙 艺亦奕怡毅逸 一依伊衣 可柯珂 若偌 汐溪曦夕熙西希
  沐木牧 锦瑾槿谨 钰玉昱煜育裕 婉宛碗 美镁 雪学 海 晴情清青卿 颖影英莹 丽莉立力利俐 娜那纳 艳燕雁彦 红虹宏洪鸿 军均钧君 勇永咏
  涛滔 超朝 辉晖徽 刚钢纲 建健剑 国果 振震镇 玉语 凤奉 兰蓝岚 秀绣 英瑛 芝之枝 珍真贞 桂贵 淑舒 翔祥详 旭续 阳洋扬杨 鑫新 龙隆
  坤昆 源元园媛圆 成城诚程承 凡帆 晟盛圣 烨叶业晔 恒衡 麟霖林琳临 格戈 冰兵 星兴 启起 景敬 张章 王汪 李里 刘留 陈程 徐许 于余俞
  郭国 董懂 付傅 尹伊 齐祁 白柏 包鲍 吴武 邱丘 肖萧 闫阎 娃 茹如 仁人`;

const lookAlikes = `未末 己已 日曰 昊昱 晨曼 瑞端 崔催 壮状 详样 海悔 明朋 梓桦 涵函 萱宣 轩轻 浩洁 宇宁字 佳住 怡恰 欣欢 诗持 琪琦 瑶摇
  彤肜 婷停 悦说 妍研 俊骏 杰木 泽译 睿春 博搏 晗含 航舫 豪毫 鹏鹇 铭名 智暂 磊石 伟玮 晓晚 静靓 雅稚 慧惠 奕弈 沐沭 锦绵 钰铂
  婉碗 雪雷 晴睛 颖颍 丽两 娜哪 艳绝 军车 涛寿 辉晖 刚冈 建健 振抚 凤风 兰三 英芙 珍诊 桂挂 淑椒 翔翊 旭九 阳阴 洋样 坤伸 源原
  成戍 凡几 晟成 烨桦 恒桓 霖霜 启肩 景影 王玉 李季 刘列 陈阵 徐除 于干 郭敦 董童 尹伊 白自 吴昊 孙孔 杨扬 高亮 田由 石右 任仕 史吏`;

const variants = `国國 龙龍 云雲 峰峯 升昇 强強 凤鳳 宝寶 丽麗 伟偉 张張 刘劉 杰傑 韵韻 兴興 义義 华華 军軍 飞飛 阳陽 东東 晓曉 静靜 艳艷 红紅
  兰蘭 梦夢 颖穎 辉輝 剑劍 钢鋼 刚剛 鹏鵬 胜勝 学學 爱愛 乐樂 岩巖 喆哲 淼渺 堃坤 昇升 並并 赵趙 孙孫 吴吳 杨楊 陈陳 韩韓 马馬 冯馮 邹鄒 齐齊 关關
  闫闇 泽澤 涛濤 宁寧 轩軒 铭銘 锦錦 祎禕 榮荣 旸暘 娅婭`;

function groups(text: string): Map<string, string> {
  const others = new Map<string, string>();
  for (const group of text.trim().split(/\s+/)) {
    for (const one of group) {
      const rest = [...group].filter((other) => other !== one).join('');
      if (rest) others.set(one, (others.get(one) ?? '') + rest);
    }
  }
  return others;
}

/** For each kind of confusion: the characters that each character is mistaken for. */
export const confusions = {
  homophone: groups(homophones),
  lookAlike: groups(lookAlikes),
  variant: groups(variants),
} as const;

/** Rare characters in children's names with their reading; those after 龑 are in extension A or outside the basic plane. */
export const rareCharacters: Readonly<Record<string, string>> = {
  ...{ 喆: 'zhe', 堃: 'kun', 昪: 'bian', 翀: 'chong', 淼: 'miao', 赟: 'yun', 犇: 'ben', 彧: 'yu', 祎: 'yi', 垚: 'yao' },
  ...{ 骉: 'biao', 翯: 'he', 玙: 'yu', 旸: 'yang', 珺: 'jun', 璟: 'jing', 燊: 'shen', 焱: 'yan', 鋆: 'yun', 龑: 'yan' },
  ...{ 㛃: 'jie', 䶮: 'yan', 㬎: 'xian', 㙦: 'xie', 䒕: 'fu', 㬢: 'xi', 㑇: 'zhou' },
  ...{ '\u{2CB4E}': 'hong', '\u{2C364}': 'xuan', '\u{2B372}': 'xian', '\u{2B5AE}': 'yi', '\u{2CC5F}': 'wei' },
  ...{ '\u{2B138}': 'xun', '\u{2C90A}': 'di', '\u{2CD0A}': 'lin', '\u{2C621}': 'yin', '\u{2C642}': 'yan', '\u{2CB5A}': 'chun' },
};

/** The rare characters that many systems cannot hold: outside the basic plane or in extension A. */
export const hardCharacters = Object.keys(rareCharacters).filter((c) => c.length > 1 || (c >= '㐀' && c <= '䶿'));
