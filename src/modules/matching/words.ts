import type { RegisterKind } from '../registers/index';
import type { EnrolmentStatus, HouseholdStatus } from './rules/compare';
import type { Evidence, EvidenceCode } from './rules/evidence';
import type { Placement } from './rules/placement';

type Words = { readonly zh: string; readonly en: string };

/** One sentence for each reason; the characters in question follow after a colon. */
const evidenceWords: { readonly [C in EvidenceCode]: Words } = {
  idEqual: { zh: '身份证号相同', en: 'same ID number' },
  idSameText: { zh: '证件号文字相同', en: 'same text as document number' },
  idNear: { zh: '身份证号只差一处', en: 'ID numbers one slip apart' },
  idFar: { zh: '一方证件号无效，与另一方不符', en: 'one document number is invalid and unlike the other' },
  idDiffers: { zh: '身份证号不同', en: 'different ID numbers' },
  idOtherRegion: { zh: '身份证号只有地区码不同', en: 'ID numbers alike but for the region' },
  idDoubtful: { zh: '身份证号相同，但与所填出生日期或性别不符', en: 'same ID number, at odds with its own row' },
  nameEqual: { zh: '姓名相同', en: 'same name' },
  nameVariant: { zh: '姓名只是写法不同', en: 'same name written another way' },
  nameFormer: { zh: '曾用名相同', en: 'same former name' },
  nameSound: { zh: '姓名同音', en: 'names sound alike' },
  nameShape: { zh: '姓名形近', en: 'names look alike' },
  nameSwapped: { zh: '姓名字序颠倒', en: 'characters of the name changed places' },
  namePartial: { zh: '姓名缺字', en: 'a character of the name is missing' },
  nameOneCharacter: { zh: '姓名差一个字', en: 'one character of the name differs' },
  nameGivenOnly: { zh: '姓不同、名相同', en: 'same given name, other surname' },
  nameSurnameOnly: { zh: '只有姓相同', en: 'only the surname agrees' },
  nameDiffers: { zh: '姓名不同', en: 'different names' },
  nameRare: { zh: '少见的姓名', en: 'a rare name' },
  nameCommon: { zh: '常见的姓名', en: 'a common name' },
  birthEqual: { zh: '出生日期相同', en: 'same birth date' },
  birthDayOff: { zh: '出生日期差一天', en: 'birth dates one day apart' },
  birthMonthDay: { zh: '出生日期月日颠倒', en: 'month and day of birth changed places' },
  birthNeighbours: { zh: '出生日期相邻两位颠倒', en: 'two neighbouring digits of the birth date changed places' },
  birthDigit: { zh: '出生日期一位数字不同', en: 'one digit of the birth date differs' },
  birthLunar: { zh: '出生日期像农历与公历之别', en: 'one birth date looks like the other in the lunar calendar' },
  birthSameMonth: { zh: '出生年月相同、日不同', en: 'same month of birth' },
  birthYearOnly: { zh: '出生年份相同，一方只登记到1月1日', en: 'same year of birth, one side says 1 January' },
  birthOtherYear: { zh: '出生月日相同、年份不同', en: 'same day of another year' },
  birthSameYear: { zh: '只有出生年份相同', en: 'only the year of birth agrees' },
  birthDiffers: { zh: '出生日期不同', en: 'different birth dates' },
  kinId: { zh: '监护人证件号相同', en: "same guardian's ID number" },
  kinNameAndPhone: { zh: '监护人和电话相同', en: 'same guardian and telephone' },
  kinName: { zh: '监护人相同', en: 'same guardian' },
  kinPhone: { zh: '电话相同', en: 'same telephone' },
  kinNameAlike: { zh: '监护人姓名相近', en: "guardians' names alike" },
  kinPhoneDiffers: { zh: '电话不同', en: 'different telephones' },
  kinDiffers: { zh: '监护人不同', en: 'different guardians' },
  placeVillage: { zh: '同村', en: 'same village' },
  placeTownship: { zh: '同乡镇', en: 'same township' },
  placeDiffers: { zh: '不同乡镇', en: 'different townships' },
  schoolClass: { zh: '同班', en: 'same class' },
  school: { zh: '同校', en: 'same school' },
  otherClass: { zh: '不同班级', en: 'different classes' },
  schoolDiffers: { zh: '不同学校', en: 'different schools' },
  sexDiffers: { zh: '性别不同', en: 'different sex' },
  siblings: { zh: '兄弟姐妹也会这样相同', en: 'brothers and sisters agree alike' },
  decidedByPerson: { zh: '已由人判定为同一人', en: 'a person decided that it is one child' },
  sameHousehold: { zh: '与同一名户籍儿童对上', en: 'linked to one child of the household register' },
};

/** Whether a text is a reason that has words. */
export function isEvidenceCode(code: string): code is EvidenceCode {
  return Object.hasOwn(evidenceWords, code);
}

/** 「姓名同音：宏/洪」 */
export function evidenceText(evidence: Evidence, lang: keyof Words = 'zh'): string {
  const words = evidenceWords[evidence.code][lang];
  if (evidence.detail === undefined) return words;
  return `${words}${lang === 'zh' ? '：' : ': '}${evidence.detail}`;
}

/** 「身份证号相同(+13)」: with the weight in bits, one after another. */
export function weighedText(list: readonly Evidence[]): string {
  return list.map((one) => `${evidenceText(one)}${weightText(one.weight)}`).join('；');
}

function weightText(weight: number): string {
  if (weight === 0) return '';
  return weight > 0 ? `(+${weight})` : `(−${-weight})`;
}

export const registerWords: { readonly [K in RegisterKind]: string } = {
  household: '户籍',
  enrolment: '学籍',
  attending: '在校',
  poverty: '脱贫户',
  disability: '残疾人',
};

export const householdWords: { readonly [S in HouseholdStatus]: string } = {
  enrolled: '已入学',
  'not-enrolled': '未入学',
  review: '待核实',
  'out-of-age': '不在适龄',
  invalid: '无法辨认',
};

export const enrolmentWords: { readonly [S in EnrolmentStatus]: string } = {
  matched: '已对上户籍',
  'no-household': '不在户籍名册',
  review: '待核实',
  invalid: '无法辨认',
};

/** How a disabled child is placed; the words of the yearly check of 残联 and bureau. */
export const placementWords = {
  specialSchool: '特殊教育学校',
  homeTeaching: '送教上门',
  inclusive: '普通学校随班就读',
  ordinary: '普通学校在籍（未标随班就读）',
  notEnrolled: '未入学',
  review: '待核实',
  outOfAge: '不在适龄',
  noHousehold: '不在户籍名册',
} as const satisfies Record<Placement, string>;

export const fileWords = {
  cannotWrite: '无法写入“{file}”，它可能正被别的程序打开，或磁盘已满、没有权限，请关闭后重试或换个位置。',
} as const;

/** The sheets of the result workbook, in their order. */
export const sheetWords = {
  summary: '汇总',
  children: '适龄儿童',
  notEnrolled: '未入学',
  absent: '在籍不在校',
  unregistered: '在校无籍',
  duplicates: '重复学籍',
  review: '待核实',
  outOfAge: '不在适龄',
  problems: '数据问题',
} as const;

/** Headers of the result workbook with their widths in characters. */
export const columnWords = {
  number: ['序号', 6],
  name: ['姓名', 12],
  sex: ['性别', 6],
  birth: ['出生日期', 12],
  id: ['身份证号', 21],
  township: ['乡镇', 14],
  village: ['村', 12],
  guardian: ['监护人', 12],
  phone: ['电话', 14],
  status: ['就学状态', 10],
  school: ['学校', 24],
  grade: ['年级', 10],
  className: ['班级', 10],
  studentNumber: ['全国学籍号', 22],
  poverty: ['脱贫户', 8],
  disabilityKind: ['残疾类别', 10],
  disabilityLevel: ['残疾等级', 10],
  placement: ['残疾儿童安置', 22],
  changeReason: ['变动原因', 12],
  listedSchooling: ['其他名册所记就学情况', 24],
  age: ['说明', 14],
  enrolled: ['学籍情况', 12],
  enrolmentState: ['学籍状态', 12],
  attendsBy: ['就读方式', 12],
  explained: ['说明', 34],
  householdStatus: ['户籍情况', 16],
  note: ['备注', 16],
  group: ['组号', 6],
  evidence: ['依据', 70],
  householdRow: ['户籍行号', 10],
  enrolmentRow: ['学籍行号', 10],
  attendingRow: ['在校行号', 10],
  householdFile: ['户籍来源文件', 24],
  enrolmentFile: ['学籍来源文件', 24],
  attendingFile: ['在校来源文件', 24],
  comparison: ['比对', 22],
  leftRegister: ['甲名册', 10],
  leftName: ['甲姓名', 12],
  leftId: ['甲证件号', 21],
  leftBirth: ['甲出生日期', 12],
  leftPlace: ['甲地址或学校', 24],
  leftGuardian: ['甲监护人', 12],
  leftRow: ['甲行号', 8],
  leftFile: ['甲来源文件', 24],
  rightRegister: ['乙名册', 10],
  rightName: ['乙姓名', 12],
  rightId: ['乙证件号', 21],
  rightBirth: ['乙出生日期', 12],
  rightPlace: ['乙地址或学校', 24],
  rightGuardian: ['乙监护人', 12],
  rightRow: ['乙行号', 8],
  rightFile: ['乙来源文件', 24],
  probability: ['可能是同一人', 14],
  verdict: ['核实结论', 16],
  register: ['名册', 8],
  file: ['文件', 28],
  sheet: ['工作表', 18],
  row: ['行号', 8],
  column: ['列', 18],
  value: ['内容（已遮盖）', 24],
  code: ['代码', 20],
  message: ['问题和处理办法', 70],
  item: ['项目', 30],
  count: ['数量', 10],
  countEnrolled: ['其中已入学', 12],
  countNotEnrolled: ['其中未入学', 12],
  countReview: ['其中待核实', 12],
  explanation: ['依据与说明', 90],
} as const satisfies { readonly [column: string]: readonly [header: string, width: number] };

/** Sentences that stand in cells. */
export const cellWords = {
  yes: '是',
  no: '否',
  review: '待核实',
  notFound: '学籍名册里没有找到此人',
  candidates: '有可能的学籍，见“待核实”',
  gone: '变动原因：',
  tooYoung: '未到入学年龄',
  tooOld: '已超龄',
  stillEnrolled: '仍在籍',
  notEnrolled: '未在籍',
  notOnList: '所在学校的在校名册里没有此人',
  away: '学籍上已有说明，请核对手续：',
  suspected: '没有请假、休学等说明，按疑似辍学核实',
  noEnrolment: '学籍名册里没有找到此人，请核对借读、转学是否办理',
  notGiven: '未提供{register}名册，未比对',
  secondEnrolment: '（可能重复学籍）',
  householdCheck: '户籍状态',
} as const;

/** 汇总: the items and the clause or notice each follows. */
export const summaryWords = {
  confidential: '内部资料',
  confidentialNote:
    '本工作簿含完整身份证号，仅供教育局核实使用，请加密保存，不要在微信群、QQ群里转发；下发乡镇和学校前请删去不需要的列。',
  asOf: '统计日',
  schoolYear: '学年',
  cohort: '适龄范围',
  cohortSource: '依据：方案三(一)1(1)，当年8月31日前年满6周岁；《义务教育法》第十一条。',
  generatedAt: '生成时间',
  results: '四查三比对',
  inAge: '适龄儿童（户籍）',
  inAgeNote: '四查三比对：教基厅函〔2024〕15号。已入学＝在学籍名册里找到；待核实见同名工作表。',
  first: '比对1 户籍×学籍：未入学',
  firstNote: '户籍适龄而学籍名册里没有，按疑似失学逐人核实（可能在外地就读、空挂户、死亡未销户）。见“未入学”。',
  second: '比对2 学籍×在校：在籍不在校',
  secondNote: '所在学校提供了在校名册而名册里没有；休学、送教上门的另有说明。方案三(一)1(2)人籍一致。见“在籍不在校”。',
  noList: '　所在学校未提供名册',
  noListNote: '这些学生没有比对，不计入在籍不在校。',
  unregistered: '比对2 在校×学籍：在校无籍',
  unregisteredNote: '可能是借读或转学未办，见“在校无籍”。方案三(三)籍随人走。',
  third: '比对3 其中脱贫户',
  thirdNote: '未入学 {none} 人，在籍不在校 {absent} 人；见两张表的“脱贫户”列。',
  duplicates: '重复学籍（行）',
  duplicatesNote: '共 {groups} 组，一人一籍：方案三(三)。见“重复学籍”。',
  noHousehold: '有学籍、不在户籍名册',
  noHouseholdNote: '多为外县户籍随迁子女，也可能是户籍名册不全。',
  outOfAge: '不在适龄',
  outOfAgeNote: '见“不在适龄”；另有 {unlisted} 人年龄更大且未在籍，只计数不列出。',
  invalid: '无法辨认的行',
  invalidNote: '既无姓名也无证件号，没有比对，请补全后重新比对。',
  problems: '数据问题',
  problemsNote: '见“数据问题”，请提供名册的单位改正。',
  placements: '残疾儿童安置',
  disabled: '残疾人名册',
  disabledNote: '与户籍、学籍比对得到；“不在适龄”的不计入义务教育安置。',
  townships: '各乡镇（数量＝适龄儿童）',
  unknownTownship: '乡镇不明',
  inputs: '输入文件（数量＝行数）',
  method: '比对方法',
  linkThreshold: '自动认定',
  linkNote: '把握达到 {value} 及以上的，程序认定为同一人（系统建议）。',
  dropThreshold: '不再提示',
  dropNote: '把握低于 {value} 的不再提示；两者之间的列入“待核实”，由人判断（系统建议）。',
  weights: '依据后面的数字',
  weightsNote: '每多1，是同一人的可能性翻一倍；负数相反。由本县名册自身的数据学得。',
  notGiven: '未提供{register}名册，未比对',
} as const;
