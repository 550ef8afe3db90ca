import { describe, expect, it } from 'vitest';
import { type ColumnRole, meaningOf } from './header-names';
import type { RegisterKind } from './register';

const members = [1, 2].flatMap((n) =>
  '姓名 关系 关系说明 现住址 户口所在地行政区划 联系电话 是否监护人 身份证件类型 身份证件号 民族 工作单位 职务'
    .split(' ')
    .map((part) => `成员${n}${part}`),
);

/** The headers of the published layouts, in their order. */
const layouts: readonly { readonly name: string; readonly kind: RegisterKind; readonly headers: readonly string[] }[] = [
  {
    name: '学籍导入模板 2013',
    kind: 'enrolment',
    headers: [
      ...'学校标识码 姓名 性别 出生日期 出生地行政区划代码 籍贯 民族 国籍/地区 身份证件类型 港澳台侨外 健康状况 政治面貌 身份证件号 户口性质 户口所在地行政区划 班号 入学年月 入学方式 就读方式 现住址 通信地址 家庭地址 联系电话 邮政编码 是否独生子女 是否受过学前教育 是否留守儿童 是否进城务工人员随迁子女 是否需要申请资助 是否享受一补 是否孤儿 是否烈士或优抚子女 上下学距离 上下学交通方式 是否需要乘坐校车 姓名拼音 曾用名 身份证件有效期 血型 特长 学籍辅号 班内学号 学生来源 电子信箱 主页地址 残疾人类型 是否由政府购买学位 随班就读'.split(
        ' ',
      ),
      ...members,
    ],
  },
  {
    name: '学籍导入模板（学籍接续标识，甲）',
    kind: 'enrolment',
    headers: [
      ...'学籍接续标识 学校标识码 姓名 性别 出生日期 身份证件类型 身份证件号码 出生地行政区划代码 民族 国籍/地区 港澳台侨外 户口性质 户口所在地行政区划 现住址 残疾类型 是否独生子女 是否留守儿童 是否进城务工人员随迁子女 是否孤儿 籍贯 健康状况 政治面貌 班号 入学年月 入学方式 就读方式 通信地址 家庭地址 联系电话 邮政编码 是否受过学前教育 是否需要申请资助 是否享受一补 是否烈士或优抚子女 上下学距离 上下学方式 是否需要乘坐校车 曾用名 身份证件有效期 血型 特长 学籍辅号 班内学号 学生来源 电子信箱 主页地址 是否由政府购买学位 随班就读 隐藏'.split(
        ' ',
      ),
      ...members,
    ],
  },
  {
    name: '学籍导入模板（学籍接续标识，乙）',
    kind: 'enrolment',
    headers: [
      ...'学籍接续标识 学校标识码 姓名 性别 出生日期 身份证件类型 身份证件号 出生地行政区划代码 民族 国籍/地区 港澳台侨外 户口性质 户口所在地行政区划 现住址 是否独生子女 是否留守儿童 是否进城务工人员随迁子女 是否孤儿 籍贯 健康状况 政治面貌 年级 班级号 入学年月 入学方式 就读方式 通信地址 家庭地址 联系电话 邮政编码 是否受过学前教育 残疾人类型 是否由政府购买学位 是否需要申请资助 是否享受一补 是否烈士或优抚子女 上下学距离 上下学交通方式 是否乘坐校车 曾用名 身份证件有效期 特长 学籍辅号 班内学号 学生来源 电子信箱 主页地址'.split(
        ' ',
      ),
      ...members,
    ],
  },
  {
    name: '省平台扩展列',
    kind: 'enrolment',
    headers: '校区号 是否农村留守儿童 是否残疾人 是否随迁子女 全国学籍号 学生状态'.split(' '),
  },
  {
    name: '纸质学生基本信息表',
    kind: 'enrolment',
    headers:
      '1姓名★ 2性别★ 3出生日期★ 5籍贯★ 6民族★ 9身份证件号 15曾用名 17户口所在地★ 22年级★ 23班级★ 28现住址★ 30家庭地址★ 31联系电话★'.split(
        ' ',
      ),
  },
  {
    name: '国家学生体质健康标准上报模板',
    kind: 'attending',
    headers: '年级编号 班级编号 班级名称 学籍号 民族代码 姓名 性别 出生日期 家庭住址'.split(' '),
  },
  {
    name: '公安常住人口查询 25 列',
    kind: 'household',
    headers:
      '编号 户号 公民身份号码 姓名 性别 民族 出生日期 出生地省市县区 住址派出所 住址详址 服务处所 文化程度 婚姻状况 籍贯省市县区 变动原因 住址省市县区 与户主关系 职业类别 监护人一公民身份号码 监护人一姓名 监护人一监护关系 监护人二公民身份号码 监护人二姓名 监护人二监护关系 联系电话'.split(
        ' ',
      ),
  },
  {
    name: '公安内部列',
    kind: 'household',
    headers: '责任区 户类型 户别 人员类别 乡镇街道(xzjd) 居村委会(jcwh) 门楼牌号/详址 业务受理单位'.split(' '),
  },
  {
    name: 'GB/T 31000 户籍人口',
    kind: 'household',
    headers:
      '公民身份号码 姓名 曾用名 性别 出生日期 民族 籍贯 婚姻状况 政治面貌 学历 宗教信仰 职业类别 职业 服务处所 联系方式 户籍地 户籍门（楼）详址 现住地 现住门（楼）详址 人户一致标识 户号 户主公民身份号码 户主姓名 与户主关系 户主联系方式'.split(
        ' ',
      ),
  },
  {
    name: '建档立卡贫困户表',
    kind: 'poverty',
    headers:
      '行政县 乡镇 行政村 自然村 户编号 人编号 姓名 证件号码 人数 与户主关系 民族 文化程度 在校生状况 健康状况 劳动技能 务工状况 务工时间 参加大病医疗 脱贫属性 脱贫年度 贫困户属性 主要致贫原因 危房户 饮水安全 饮水困难 人均纯收入 联系电话 长号码 短号码 用户照片'.split(
        ' ',
      ),
  },
  {
    name: '脱贫人口人员表',
    kind: 'poverty',
    headers:
      '县 乡 村 户编号 人口编号 姓名 证件号码 与户主关系 户内序号 性别 证件类型 出生日期 民族 家庭成员联系电话 文化程度 在校生状况 劳动技能 务工时间（月） 健康状况 政治面貌 是否参加城乡居民基本医疗保险 是否参加城乡居民基本养老保险 是否会讲普通话 义务教育阶段未上学原因 是否享受人身意外保险补贴 是否参加商业补充医疗保险 是否国外务工 是否接受医疗救助 是否接受其他健康扶贫 是否参加城镇职工基本医疗保险 大专或本科毕业生未就业原因 户主证件号码 户主姓名'.split(
        ' ',
      ),
  },
  {
    name: '残疾人基本状况与需求调查',
    kind: 'disability',
    headers: [
      ...'年度(1) 行政区划(2) 姓名(3) 身份证号(4) 残疾类别(5) 残疾等级(6) 需求类别(7) 残疾人证号 户口性质 致残原因'.split(' '),
      ...'生活自理 最高学历 就读学校类型 普通/特殊教育机构 未入学原因 义务教育需求 教育资金资助 联系人姓名 固话 手机'.split(' '),
      ...'户口号码 一户多残编码 核查状态 送教上门需求'.split(' '),
    ],
  },
  {
    name: '班主任手写名单',
    kind: 'attending',
    headers: '序号 姓名 性别 出生年月 年级 班级 身份证号 家庭住址 家长姓名 家长电话 父亲 父亲电话 母亲 母亲电话 备注'.split(' '),
  },
];

function roleOf(kind: RegisterKind, header: string): ColumnRole | undefined {
  return meaningOf(kind, header)?.role;
}

describe('header names', () => {
  it.each(layouts)('every header of the layout $name is known', ({ kind, headers }) => {
    expect(headers.filter((header) => roleOf(kind, header) === undefined)).toEqual([]);
  });

  it('are known whatever blanks, marks, numbers, brackets and line breaks stand in them', () => {
    const written = [
      '姓  名',
      '*姓名',
      '姓名★',
      '１姓名',
      '（1）姓名',
      '姓名（必填）',
      '姓\n名',
      '姓名：',
      '\u200b姓名',
      '学生姓名(与户口簿一致)',
    ];
    expect(written.map((header) => roleOf('attending', header))).toEqual(written.map(() => 'name'));
    expect(roleOf('enrolment', '家庭成员（一）姓名')).toBe('guardian1Name');
    expect(roleOf('household', '乡镇（街道）')).toBe('township');
    expect(roleOf('household', '村（居）委会')).toBe('village');
    expect(roleOf('enrolment', '教育ID')).toBe('studentNumber');
  });

  it('mean the child and never somebody of the family', () => {
    expect(roleOf('household', '户主姓名')).toBe('headName');
    expect(roleOf('household', '户主公民身份号码')).toBe('headId');
    expect(roleOf('household', '监护人一姓名')).toBe('guardian1Name');
    expect(roleOf('household', '监护人二公民身份号码')).toBe('guardian2Id');
    expect(roleOf('enrolment', '成员1身份证件号')).toBe('guardian1Id');
    expect(roleOf('enrolment', '成员2现住址')).toBe('unused');
    expect(roleOf('attending', '家长电话')).toBe('guardian1Phone');
    expect(roleOf('enrolment', '学校名称')).toBe('school');
  });

  it('mean what the kind of register means by them', () => {
    expect(roleOf('poverty', '户类型')).toBe('povertyKind');
    expect(roleOf('household', '户类型')).toBe('unused');
    expect(roleOf('disability', '行政区划')).toBe('hukouArea');
    expect(roleOf('enrolment', '行政区划')).toBeUndefined();
    expect(roleOf('disability', '联系人姓名')).toBe('guardian1Name');
  });

  it('that nobody knows are not guessed', () => {
    for (const header of ['', '审核意见', '紧急联系人', '班主任姓名与电话', '姓名拼音首字母']) {
      expect(roleOf('enrolment', header)).toBeUndefined();
    }
  });

  it('prefer the fuller of two columns for one thing', () => {
    const rank = (header: string) => meaningOf('attending', header)?.rank ?? Number.NaN;
    expect(rank('班级名称')).toBeLessThan(rank('班级编号'));
    expect(rank('身份证件号')).toBeLessThan(rank('证件号码'));
  });
});
