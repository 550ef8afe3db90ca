import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlaceTexts, resolvePlace } from '../index';
import { takeApart } from './address';
import { bareVillage, makeGazetteer } from './county';
import { kazuo } from './kazuo';

const county = kazuo();
const gazetteer = makeGazetteer(county);
const everyVillage = county.townships.flatMap((township) => township.villages.map((village) => ({ township, village })));

function at(texts: PlaceTexts | string): string {
  const place = resolvePlace(gazetteer, typeof texts === 'string' ? { address: texts } : texts);
  return `${place.township}/${place.village}`;
}

describe('the table of 喀左', () => {
  it('has 22 townships, 204 villages and eight village names that stand for two', () => {
    expect(county.townships).toHaveLength(22);
    expect(everyVillage).toHaveLength(204);
    const twice = [...gazetteer.homes].filter(([, homes]) => homes.length > 1).map(([name]) => name);
    expect(twice.sort()).toEqual(['三家', '东', '西', '平房子', '大马架子', '小马架子', '房申', '金杖子'].sort());
  });
});

describe('a place from an address', () => {
  it('finds every village of the county, however much of the address is written', () => {
    for (const { township, village } of everyVillage) {
      const wanted = `${township.name}/${bareVillage(village.name)}`;
      expect(at(`辽宁省朝阳市喀喇沁左翼蒙古族自治县${township.name}${village.name}3组12号`)).toBe(wanted);
      expect(at(`辽宁省喀左县${township.name}${village.name}`)).toBe(wanted);
      expect(at(`喀左${township.name} ${village.name}委会`)).toBe(wanted);
      expect(at(`${township.name}${village.name}`)).toBe(wanted);
      expect(at({ code: `211324${township.code}${village.code}` })).toBe(wanted);
      expect(at({ township: township.name, village: village.name })).toBe(wanted);
    }
  });

  it('takes old and other spellings for the name of today', () => {
    expect(at('喀左县山咀子镇黄家店村')).toBe('山嘴子镇/黄家店');
    expect(at('喀左县甘召乡甘召村二组')).toBe('甘招镇/甘招');
    expect(at('官大海农场东官分场')).toBe('国营官大海农场/东官分场');
    expect(at('利州街道办事处建安社区居民委员会')).toBe('利州街道/建安');
    expect(at('大城子街道办胜利居委会')).toBe('大城子街道/胜利');
    expect(at('公营子乡桥子行政村')).toBe('公营子镇/桥子');
  });

  it('lets the village say which of the two parts of the old 大城子镇 is meant', () => {
    expect(at('大城子镇东村')).toBe('利州街道/东');
    expect(at('大城子镇西村')).toBe('大城子街道/西');
    expect(at({ township: '大城子镇', village: '东村' })).toBe('利州街道/东');
  });

  it('does not take 南公营子镇 for 公营子镇', () => {
    expect(at('喀左县南公营子镇南村')).toBe('南公营子镇/南');
    expect(at('喀左县公营子镇南山村')).toBe('公营子镇/南山');
  });

  it('reads a township or a village without its suffix where the rest makes it sure', () => {
    expect(at('公营子桥子村3组')).toBe('公营子镇/桥子');
    expect(at('公营子镇桥子3组')).toBe('公营子镇/桥子');
    expect(at('公营子镇桥子村西沟屯')).toBe('公营子镇/桥子');
    expect(at('朝阳喀左公营子镇桥子')).toBe('公营子镇/桥子');
    expect(at('桥子3组')).toBe('公营子镇/桥子');
    expect(at('利州镇东2组14号')).toBe('利州街道/东');
    expect(at('利州街道东12号楼')).toBe('利州街道/');
    expect(at('利州街道12号楼红石砬村')).toBe('利州街道/红石砬');
    expect(at('十二德堡镇土楼子村')).toBe('十二德堡镇/土楼子');
  });

  it('never guesses a township from a village name that two townships have', () => {
    for (const name of ['三家村', '东村', '西村', '平房子村', '大马架子村', '小马架子村', '房申村', '金杖子村']) {
      expect(at(name)).toBe(`/${bareVillage(name)}`);
      expect(at({ village: name })).toBe(`/${bareVillage(name)}`);
      expect(at(`喀左县${name}2组`)).toBe(`/${bareVillage(name)}`);
    }
  });

  it('knows the township of a village whose name is its own', () => {
    expect(at('桥子村')).toBe('公营子镇/桥子');
    expect(at({ village: '辘轳井' })).toBe('中三家镇/辘轳井');
  });

  it('says nothing where nothing is said', () => {
    for (const text of [
      '',
      '喀左县',
      '辽宁省朝阳市喀喇沁左翼蒙古族自治县',
      '无',
      '阳光小区3号楼2单元501',
      '211324000000',
      '110101001001',
    ]) {
      expect(at(text)).toBe('/');
    }
  });
});

describe('a place of another county', () => {
  it('is read by its suffixes, and never from our table', () => {
    expect(at('辽宁省朝阳市建平县三家乡东村5组')).toBe('三家乡/东');
    expect(at('辽宁省凌源市三家子乡河南村')).toBe('三家子乡/河南');
    expect(at('辽宁省朝阳市双塔区红旗街道文化社区')).toBe('红旗街道/文化');
    expect(at('内蒙古自治区赤峰市敖汉旗四家子镇小河沿村')).toBe('四家子镇/小河沿');
    expect(at('内蒙古自治区锡林郭勒盟东乌珠穆沁旗额吉淖尔镇哈日高毕嘎查')).toBe('额吉淖尔镇/哈日高毕');
    expect(at('内蒙古自治区通辽市科尔沁左翼中旗花吐古拉苏木西村')).toBe('花吐古拉苏木/西');
    expect(at('吉林省延边朝鲜族自治州和龙市头道镇龙门村')).toBe('头道镇/龙门');
    expect(at('沈阳市公营子镇桥子村')).toBe('公营子镇/桥子');
    expect(at('辽宁省朝阳市建平县甘召镇东村')).toBe('甘召镇/东');
    expect(at('辽宁省朝阳市建平县桥子村')).toBe('/桥子');
    expect(at('新疆维吾尔自治区喀什地区莎车县城南乡桥子村')).toBe('城南乡/桥子');
  });

  it('does not cut a name at a character that only looks like a suffix', () => {
    expect(takeApart('红旗街道红旗村').township).toBe('红旗街道');
    expect(takeApart('建平县城镇东镇村').village).toBe('东镇');
    expect(takeApart('大新市场街道团结社区').township).toBe('大新市场街道');
    expect(takeApart('大红旗街道团结社区').township).toBe('大红旗街道');
    expect(takeApart('古镇街道团结社区').township).toBe('古镇街道');
    expect(takeApart('东镇村3组')).toMatchObject({ township: '', village: '东镇' });
    expect(takeApart('中村镇上村').township).toBe('中村镇');
    expect(takeApart('于家屯村').village).toBe('于家屯');
  });
});

describe('a place from several columns', () => {
  it('keeps a village the table does not know in the township that is stated', () => {
    expect(at({ township: '公营子镇', village: '新立屯村' })).toBe('公营子镇/新立屯');
    expect(at('公营子镇新立村')).toBe('公营子镇/新立');
  });

  it('lets the township column decide which 三家村 is meant', () => {
    expect(at({ township: '甘招镇', village: '三家村' })).toBe('甘招镇/三家');
    expect(at({ township: '平房子', village: '三家' })).toBe('平房子镇/三家');
    expect(at({ village: '三家村', address: '喀左县甘招镇' })).toBe('甘招镇/三家');
  });

  it('does not mix the township of one text with the village of another township', () => {
    expect(at({ township: '甘招镇', address: '喀左县公营子镇桥子村' })).toBe('甘招镇/');
    expect(at({ code: '211324104000', address: '公营子镇桥子村' })).toBe('公营子镇/桥子');
    expect(at({ code: '110101001001', address: '公营子镇桥子村' })).toBe('公营子镇/桥子');
  });

  it('never throws, and gives no village of our table to a township that has none of that name', () => {
    const word = fc.constantFrom(
      '辽宁省',
      '朝阳市',
      '建平县',
      '喀左县',
      '公营子',
      '镇',
      '街道',
      '三家',
      '村',
      '社区',
      '3组',
      '旗',
      '区',
      '东',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const place = resolvePlace(gazetteer, { address: words.join('') });
        expect(place.village.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
