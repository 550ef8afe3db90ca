import type { ColumnRole } from './rules/header-names';
import type { Words } from './words';

/** What a column can be for, as people choose it. */
export const roleWords = {
  name: { zh: '姓名', en: 'name' },
  formerName: { zh: '曾用名', en: 'former name' },
  idNumber: { zh: '身份证号', en: 'ID number' },
  idType: { zh: '证件类型', en: 'kind of document' },
  studentNumber: { zh: '全国学籍号', en: 'student number' },
  auxiliaryNumber: { zh: '学籍辅号', en: 'auxiliary student number' },
  schoolCode: { zh: '学校标识码', en: 'school code' },
  school: { zh: '学校', en: 'school' },
  grade: { zh: '年级', en: 'grade' },
  className: { zh: '班级', en: 'class' },
  ethnicity: { zh: '民族', en: 'ethnicity' },
  township: { zh: '乡镇（街道）', en: 'township' },
  village: { zh: '村（社区）', en: 'village' },
  address: { zh: '住址', en: 'address' },
  guardian1Name: { zh: '监护人一姓名', en: 'first guardian' },
  guardian1Id: { zh: '监护人一身份证号', en: 'ID number of the first guardian' },
  guardian1Phone: { zh: '监护人一电话', en: 'phone of the first guardian' },
  guardian2Name: { zh: '监护人二姓名', en: 'second guardian' },
  guardian2Id: { zh: '监护人二身份证号', en: 'ID number of the second guardian' },
  guardian2Phone: { zh: '监护人二电话', en: 'phone of the second guardian' },
  phone: { zh: '联系电话', en: 'phone' },
  householdNumber: { zh: '户号', en: 'household number' },
  headName: { zh: '户主姓名', en: 'head of household' },
  headId: { zh: '户主身份证号', en: 'ID number of the head of household' },
  relationToHead: { zh: '与户主关系', en: 'relation to the head of household' },
  changeReason: { zh: '变动原因', en: 'reason of change' },
  residenceMatches: { zh: '人户一致标识', en: 'lives where registered' },
  enrolmentState: { zh: '学籍状态', en: 'state of enrolment' },
  attendsBy: { zh: '就读方式', en: 'how the child attends' },
  inclusive: { zh: '随班就读', en: 'inclusive schooling' },
  disabilityCard: { zh: '残疾人证号', en: 'disability certificate' },
  disabilityKind: { zh: '残疾类别', en: 'kind of disability' },
  disabilityLevel: { zh: '残疾等级', en: 'degree of disability' },
  povertyKind: { zh: '户类型', en: 'kind of household' },
  schoolingState: { zh: '在校生状况', en: 'state of schooling' },
  notSchooledReason: { zh: '未上学原因', en: 'reason for not attending' },
  note: { zh: '备注', en: 'note' },
  birth: { zh: '出生日期', en: 'birth date' },
  sex: { zh: '性别', en: 'sex' },
  hukouArea: { zh: '户口所在地行政区划', en: 'area of registration' },
  hukouAddress: { zh: '户籍地址', en: 'address of registration' },
  presentArea: { zh: '现住地', en: 'area of residence' },
  presentAddress: { zh: '现住址', en: 'address of residence' },
  homeAddress: { zh: '家庭住址', en: 'home address' },
  mailAddress: { zh: '通信地址', en: 'postal address' },
  unused: { zh: '不导入（原样保存）', en: 'not used (kept as it is)' },
} as const satisfies Record<ColumnRole, Words>;

/** A change in a column that no field reads. */
export const otherFieldWords: Words = { zh: '其他列', en: 'other columns' };

/** Why a column is taken for what it is. */
export const columnWords = {
  name: { zh: '按列名认出：{role}', en: 'By its name: {roleEn}' },
  person: { zh: '按您的选择：{role}', en: 'As you said: {roleEn}' },
  repeated: { zh: '另有一列更合适，这一列原样保存', en: 'Another column fits better; this one is kept as it is' },
  unlike: {
    zh: '列名是{role}，内容却只有 {percent}% 像，请核对',
    en: 'Named like {roleEn}, but only {percent} % of its cells look like it; check it',
  },
  'looks-like': {
    zh: '列名不认识，内容有 {percent}% 像{role}，请确认',
    en: 'An unknown name; {percent} % of its cells look like {roleEn}; confirm it',
  },
  unknown: {
    zh: '不认识这一列，会原样保存；需要的话请选择它是什么',
    en: 'Unknown; kept as it is. Say what it is if it is needed',
  },
  unused: { zh: '比对用不到，原样保存', en: 'Not needed for the comparison; kept as it is' },
} as const satisfies Record<string, Words>;

/** Whether a text is a role of a column. */
export function isColumnRole(text: string): text is ColumnRole {
  return Object.hasOwn(roleWords, text);
}
