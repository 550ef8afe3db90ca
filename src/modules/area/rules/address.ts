/** A Chinese address taken apart by its suffixes; a part that is not there is ''. */
export type Address = {
  /** 沈阳市, 赤峰市 … */ readonly city: string;
  /** 喀喇沁左翼蒙古族自治县, 双塔区, 敖汉旗, 凌源市 … */ readonly county: string;
  /** with its suffix; 街道办事处 is written 街道 */ readonly township: string;
  /** without its suffix */ readonly village: string;
  /** what follows the township, or the county where there is none */ readonly rest: string;
};

/**
 * Takes an address apart: …省…市…县(旗、区)…镇(乡、街道、苏木、农场)…村(社区、居委会、嘎查、屯、生活区).
 * One pass over each part and no regular expression: a register asks a million times.
 */
export function takeApart(text: string, before: readonly string[] = []): Address {
  const { city, county, end } = readCounty(text);
  const start = skipNames(text, end, before);
  const township = readTownship(text, start);
  const village = readVillage(text, township.end);
  return { city, county, township: township.name, village, rest: text.slice(township.end) };
}

const 街道 = '街道';
const nearby = 14;
const longestVillage = 12;

/** Province, city and county, up to where something smaller begins. */
function readCounty(text: string): { city: string; county: string; end: number } {
  let [city, county, end] = ['', '', 0];
  for (let i = 0; i < text.length && county === ''; i++) {
    const level = levelAt(text, i);
    if (level === 'smaller') break;
    if (level === 'none' || i - end < 2) continue;
    // 朝阳市凌源市: the second 市 of an address is of the county's level.
    if (level === 'county' || (level === 'city' && city !== '')) county = text.slice(end, i + 1);
    else if (level === 'city') city = text.slice(end, i + 1);
    end = i + 1;
  }
  return { city, county, end };
}

/** What ends at a character, if its name is long enough; 自治区 and 地区 are no 区. */
function levelAt(text: string, i: number): 'province' | 'city' | 'county' | 'smaller' | 'none' {
  switch (text[i]) {
    case '省':
      return 'province';
    case '市':
      return text[i + 1] === '场' ? 'none' : 'city';
    case '州':
      return text[i - 1] === '治' ? 'city' : 'none';
    case '盟':
      return 'city';
    case '区':
      if (text[i - 1] === '治') return 'province';
      if (text[i - 1] === '地') return 'city';
      return isSmallArea(text[i - 1]) || startsVillage(text[i + 1]) ? 'none' : 'county';
    case '县':
    case '旗':
      return startsVillage(text[i + 1]) ? 'none' : 'county';
    case '镇':
    case '乡':
    case '街':
    case '路':
    case '村':
    case '屯':
      return 'smaller';
    default:
      return 'none';
  }
}

/** 小区, 社区, 生活区, 园区 are no counties. */
function isSmallArea(before: string): boolean {
  return before === '小' || before === '社' || before === '活' || before === '园' || before === '厂';
}

/** 红旗村, 红旗街道, 旗杆镇: the suffix of a county inside the name of something smaller. */
function startsVillage(next: string | undefined): boolean {
  return next === '村' || next === '街' || next === '镇' || next === '乡' || next === '社' || next === '屯';
}

/** Steps over names without suffix, such as 辽宁朝阳喀左. */
function skipNames(text: string, from: number, names: readonly string[]): number {
  const found = names.find((name) => text.startsWith(name, from));
  // 朝阳镇, 朝阳街道 and 朝阳村 begin with the name of the city.
  if (!found || /^(镇|乡|村|街道|社区)/.test(text.slice(from + found.length, from + found.length + 2))) return from;
  return skipNames(text, from + found.length, names);
}

function readTownship(text: string, from: number): { name: string; end: number } {
  const stop = Math.min(text.length, from + nearby);
  for (let i = from + 1; i < stop; i++) {
    const next = text.charAt(i + 1);
    switch (text[i]) {
      case '镇':
      case '乡':
        if (next === '村' || (next === '街' && text[i + 2] === '道')) break;
        return { name: text.slice(from, i + 1), end: i + 1 };
      case '道':
        if (text[i - 1] !== '街' || i - from < 2) break;
        return { name: text.slice(from, i + 1), end: skipOffice(text, i + 1) };
      case '木':
        if (text[i - 1] !== '苏' || i - from < 2) break;
        return { name: text.slice(from, i + 1), end: i + 1 };
      case '场':
        if (i - from < 2 || !'农林牧渔'.includes(text[i - 1])) break;
        return { name: text.slice(from, i + 1), end: i + 1 };
      case '办':
        if (next !== '事' || text[i + 2] !== '处') break;
        return { name: text.slice(from, i) + 街道, end: i + 3 };
      case '村':
        if (next !== '镇' && next !== '乡') return { name: '', end: from };
        break;
    }
  }
  return { name: '', end: from };
}

function skipOffice(text: string, end: number): number {
  if (text.startsWith('办事处', end)) return end + 3;
  return text[end] === '办' ? end + 1 : end;
}

/** The first thing that calls itself a village; a 屯 or 分场 only if nothing bigger follows. */
function readVillage(text: string, from: number): string {
  let [start, hamlet] = [from, ''];
  for (let i = from; i < text.length; i++) {
    const found = i - start;
    switch (text[i]) {
      case '村':
        if (found > 0) return inBounds(trimEnd(text.slice(start, i), '行政'));
        break;
      case '社':
        if (found > 0 && text[i + 1] === '区') return inBounds(text.slice(start, i));
        break;
      case '居':
        if (found > 0 && (text[i + 1] === '委' || text.startsWith('民委', i + 1))) return inBounds(text.slice(start, i));
        break;
      case '嘎':
        if (found > 0 && text[i + 1] === '查') return inBounds(text.slice(start, i));
        break;
      case '生':
        if (found > 0 && text.startsWith('活区', i + 1)) return inBounds(text.slice(start, i));
        break;
      case '屯':
        if (found > 0 && !hamlet) hamlet = inBounds(text.slice(start, i));
        break;
      case '场':
        if (found > 1 && text[i - 1] === '分' && !hamlet) hamlet = inBounds(text.slice(start, i + 1));
        break;
      case '号':
      case '组':
        start = i + 1;
        break;
      case '楼':
      case '室':
        // 12号楼红石砬村, but 土楼子村.
        if (found === 0 || isDigit(text.charCodeAt(i - 1))) start = i + 1;
        break;
    }
  }
  return hamlet;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function inBounds(name: string): string {
  return name.length <= longestVillage && !/\d/.test(name) ? name : '';
}

function trimEnd(name: string, end: string): string {
  return name.length > end.length && name.endsWith(end) ? name.slice(0, -end.length) : name;
}
