import type { RegisterField, RegisterKind } from './register';

/** What a column is for. Beside the fields of a register: days, sex, and the several columns that may tell a place. */
export type ColumnRole = RegisterField | PlaceRole | 'birth' | 'sex' | 'unused';

/** An `Area` column holds a 12-digit code or an address down to the village, an `Address` column a street address. */
export type PlaceRole = 'hukouArea' | 'hukouAddress' | 'presentArea' | 'presentAddress' | 'homeAddress' | 'mailAddress';

/** A header as the tables below know it; `rank` says which of several columns for one role is the better one. */
export type HeaderMeaning = { readonly role: ColumnRole; readonly rank: number };

/**
 * The header names of the layouts that counties really exchange; the better name first.
 *
 * Sources: 全国中小学生学籍信息管理系统 student import template (2013, and the later one with 学籍接续标识) and paper form;
 * 国家学生体质健康标准 upload template; 常住人口 query of the police and GB/T 31000 population tables; 建档立卡 person
 * tables, old and new; 残疾人基本状况与需求调查 export; class lists as teachers write them.
 */
const names: Readonly<Record<Exclude<ColumnRole, 'unused'>, string>> = {
  name: '姓名 学生姓名 儿童姓名 孩子姓名 残疾人姓名 人员姓名 学生 名字 应接受义务教育未接受适龄儿童少年姓名',
  formerName: '曾用名',
  idNumber:
    '身份证件号 身份证件号码 身份证号 身份证号码 公民身份号码 公民身份证号码 公民身份证号 居民身份证号码 居民身份证号 学生身份证号 学生身份证号码 学生身份证件号 身份号码 证件号码 证件号 身份证',
  idType: '身份证件类型 证件类型 学生身份证件类型 身份证类型',
  studentNumber: '全国学籍号 学籍号 国网学籍号 全国学籍号码 学籍号码 学生学籍号 个人标识码 教育id',
  auxiliaryNumber: '学籍辅号 省学籍辅号 学籍副号 地方学籍号',
  schoolCode: '学校标识码 学校代码',
  school: '学校名称 学校 就读学校 现就读学校 就读学校名称 所在学校 学校全称',
  grade: '年级 年级名称 就读年级 所在年级 年级编号',
  className: '班级名称 班级 行政班 班别 年级班级 年班 所在班级 就读班级 班号 班级号 班级编号 班',
  ethnicity: '民族 民族代码',
  township: '乡镇街道 乡镇 镇街 乡镇名称 所属乡镇 所在乡镇 乡 镇 街道',
  village: '行政村 村社区 村居 行政村名称 村 社区 所属村 所在村 村名 村委会 居委会 村居委会 居村委会 村居民委员会',
  address: '住址 地址 详细地址 家庭详址 门楼牌号/详址 门楼牌号',
  guardian1Name:
    '成员1姓名 监护人1姓名 监护人1 监护人姓名 监护人 家长姓名 家长 父亲姓名 父亲 家长或监护人姓名 家长监护人姓名 家庭成员或监护人姓名1 法定监护人 法定监护人姓名 第1监护人',
  guardian1Id:
    '成员1身份证件号 成员1身份证件号码 成员1身份证号 监护人1公民身份号码 监护人1身份证号 监护人1身份证号码 监护人身份证号 监护人身份证号码 监护人身份证件号 家长身份证号 家长身份证号码 父亲身份证号 父亲身份证号码 父亲公民身份证号码 身份证件号1',
  guardian1Phone:
    '成员1联系电话 成员1电话 监护人1联系电话 监护人1电话 监护人联系电话 监护人电话 监护人手机 监护人手机号 监护人联系方式 家长电话 家长联系电话 家长手机 家长手机号 家长手机号码 家长电话号码 家长联系方式 父亲电话 父亲联系电话 父亲手机 父亲手机号 联系电话1 电话1',
  guardian2Name: '成员2姓名 监护人2姓名 监护人2 母亲姓名 母亲 家庭成员或监护人姓名2 第2监护人',
  guardian2Id:
    '成员2身份证件号 成员2身份证件号码 成员2身份证号 监护人2公民身份号码 监护人2身份证号 监护人2身份证号码 母亲身份证号 母亲身份证号码 身份证件号2',
  guardian2Phone: '成员2联系电话 成员2电话 监护人2联系电话 监护人2电话 母亲电话 母亲联系电话 母亲手机 母亲手机号 联系电话2 电话2',
  phone: '联系电话 联系方式 手机 手机号 手机号码 电话 电话号码 家庭电话 家庭联系电话 家庭成员联系电话 本人联系电话',
  householdNumber: '户号 户编号 户口编号 户编码 户口号码 公安户口编号 户口簿号 家庭编号',
  headName: '户主姓名 户主',
  headId: '户主公民身份号码 户主证件号码 户主身份证号 户主身份证号码 户主身份证件号',
  relationToHead: '与户主关系 与户主的关系 户主关系',
  changeReason: '变动原因 变动情况',
  residenceMatches: '人户1致标识 人户1致 人户是否1致 是否人户1致',
  enrolmentState: '学籍状态 学生状态 学生当前状态 就读状态 就读状态码 在校状态 当前状态 是否在校',
  attendsBy: '就读方式',
  inclusive: '随班就读 是否随班就读',
  disabilityCard: '残疾人证号 残疾证号 残疾人证号码 残疾证号码 残疾人证 残疾证',
  disabilityKind: '残疾类别 残疾人类型 残疾类型',
  disabilityLevel: '残疾等级 残疾级别 残疾程度',
  povertyKind: '户类型 监测对象类别 脱贫属性 贫困户属性',
  schoolingState: '在校生状况 就学状态 就学情况 就读情况 在校状况',
  notSchooledReason: '义务教育阶段未上学原因 失学或辍学原因 未入学原因 未上学原因 辍学原因 失学原因',
  note: '备注 说明',
  birth: '出生日期 出生年月日 出生年月 出生时间 生日',
  sex: '性别',
  hukouArea: '户口所在地行政区划 户口所在地行政区划代码 户籍所在地行政区划 户籍地 户籍所在地 户口所在地 住址省市县区',
  hukouAddress: '户籍地址 户籍门楼详址 户籍详细地址 户籍住址 户籍地详址 户籍地详细地址 户口地址 住址详址',
  presentArea: '现住地',
  presentAddress: '现住址 现住门楼详址 现居住地 现居住地址 现住地址 居住地址 实际居住地',
  homeAddress: '家庭地址 家庭住址 家庭详细地址',
  mailAddress: '通信地址 通讯地址',
};

/** Columns of the same layouts that a comparison does not need; known so that nobody is asked about them. */
const unused =
  '序号 编号 人编号 人口编号 户内序号 人数 学籍接续标识 籍贯 籍贯省市县区 出生地 出生地行政区划代码 出生地省市县区 国籍/地区 国籍 港澳台侨外 健康状况 政治面貌 户口性质 户籍性质 户别 户口类型 入学年月 入学方式 邮政编码 是否独生子女 是否受过学前教育 是否留守儿童 是否农村留守儿童 留守儿童 是否进城务工人员随迁子女 是否随迁子女 进城务工随迁子女 是否残疾人 是否需要申请资助 是否享受1补 是否孤儿 是否烈士或优抚子女 上下学距离 上下学交通方式 上下学方式 是否需要乘坐校车 是否乘坐校车 姓名拼音 身份证件有效期 血型 特长 班内学号 学号 座号 座位号 学生来源 电子信箱 主页地址 是否由政府购买学位 隐藏 照片 校区号 关系 与学生关系 关系1 关系2 与本人关系 监护关系 监护人1监护关系 监护人2监护关系 监护人1关系 监护人2关系 住址派出所 派出所 户籍派出所 服务处所 文化程度 学历 婚姻状况 宗教信仰 职业 职业类别 责任区 人员类别 业务受理单位 户主联系方式 个人年收入 家庭年收入 省 市 县 行政县 自然村 村民组 组 劳动技能 务工状况 务工时间 参加大病医疗 脱贫年度 主要致贫原因 危房户 饮水安全 饮水困难 人均纯收入 长号码 短号码 用户照片 是否参加城乡居民基本医疗保险 是否参加城乡居民基本养老保险 是否会讲普通话 是否享受人身意外保险补贴 是否参加商业补充医疗保险 是否国外务工 是否接受医疗救助 是否接受其他健康扶贫 是否参加城镇职工基本医疗保险 大专或本科毕业生未就业原因 就业渠道 年度 需求类别 致残原因 生活自理 最高学历 就读学校类型 普通/特殊教育机构 义务教育需求 教育资金资助 联系人姓名 联系人固话 固话 固定电话 联系人手机 1户多残编码 核查状态 送教上门需求 年龄 周岁 班主任';

/** Columns that our own workbook of bad rows adds: what is wrong, and which row of which batch it is. */
export const ownHeaders = ['问题', '行标识'] as const;

/** Columns that the same workbook adds where only the title above a list said it; they are read like 学校 and 班级. */
export const titleHeaders = { school: '学校（表题）', className: '班级（表题）' } as const;

const added = new Set([...ownHeaders, ...Object.values(titleHeaders)].map(normaliseHeader));

/** Whether a column was added by our own workbook, and so says nothing of where a list came from. */
export function isOwnHeader(header: string): boolean {
  return added.has(normaliseHeader(header));
}

/** Parts of the two family members that the enrolment template carries and a comparison does not need. */
const memberParts = '关系 关系说明 现住址 户口所在地行政区划 是否监护人 身份证件类型 民族 工作单位 职务';

/** Where a kind of register means something else by a name than the others do. */
const ofKind: Readonly<Partial<Record<RegisterKind, Readonly<Record<string, ColumnRole>>>>> = {
  // The police call a collective or a family household 户类型.
  household: { 户类型: 'unused', 编号: 'unused' },
  // The contact of a disabled child is who looks after it.
  disability: { 行政区划: 'hukouArea', 联系人姓名: 'guardian1Name', 联系人手机: 'guardian1Phone' },
};

const known = knownNames();

/** What a header means in a register of this kind; undefined where no layout we know has it. */
export function meaningOf(kind: RegisterKind, header: string): HeaderMeaning | undefined {
  for (const key of keysOf(header)) {
    const special = ofKind[kind]?.[key];
    if (special) return { role: special, rank: 0 };
    const meaning = known.get(key);
    if (meaning) return meaning;
  }
  return undefined;
}

/**
 * A header without what varies from sheet to sheet: blanks and line breaks, full-width forms, marks of obligatory fields,
 * a number in front, 一 and 1, the word 家庭 before 成员.
 */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff*★☆※:_\-'"]+/g, '')
    .replace(/^(\d+|\(\d+\))[.、]?(?=\D)/, '')
    .replaceAll('一', '1')
    .replaceAll('二', '2')
    .replace(/^家庭成员(?=[(\d])/, '成员')
    .toLowerCase();
}

/** The forms under which a header is looked up: whole, with brackets opened, with brackets left out. */
function keysOf(header: string): string[] {
  const whole = normaliseHeader(header);
  if (!whole.includes('(')) return [whole];
  return [whole, whole.replace(/[()]/g, ''), whole.replace(/\([^()]*\)?/g, '')];
}

function knownNames(): ReadonlyMap<string, HeaderMeaning> {
  const map = new Map<string, HeaderMeaning>();
  for (const [role, list] of Object.entries(names)) {
    if (isRole(role)) for (const [rank, name] of list.split(' ').entries()) map.set(name, { role, rank });
  }
  for (const name of [...unused.split(' '), ...ownHeaders]) map.set(name, { role: 'unused', rank: 0 });
  for (const member of ['成员1', '成员2']) {
    for (const part of memberParts.split(' ')) map.set(member + part, { role: 'unused', rank: 0 });
  }
  return map;
}

function isRole(name: string): name is Exclude<ColumnRole, 'unused'> {
  return name in names;
}
