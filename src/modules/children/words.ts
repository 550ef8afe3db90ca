import type { ChildField, SourceKind } from './rules/child-values';

type Words = { readonly zh: string; readonly en: string };

/** What the things of this module are called in a sentence: 没有找到这{zh}. */
export const things = {
  child: { zh: '名儿童', en: 'child' },
  merge: { zh: '条合并', en: 'merge' },
  row: { zh: '条名册记录', en: 'row' },
  field: { zh: '项内容', en: 'value' },
} as const satisfies Record<string, Words>;

/** The fields of a record as forms call them. */
export const fieldWords: { readonly [F in ChildField]: Words } = {
  name: { zh: '姓名', en: 'name' },
  formerName: { zh: '曾用名', en: 'former name' },
  sex: { zh: '性别', en: 'sex' },
  birthDay: { zh: '出生日期', en: 'birth date' },
  idNumber: { zh: '身份证件号', en: 'ID number' },
  studentNumber: { zh: '全国学籍号', en: 'student number' },
  ethnicity: { zh: '民族', en: 'ethnicity' },
  guardianName: { zh: '监护人', en: 'guardian' },
  guardianPhone: { zh: '监护人电话', en: "guardian's telephone" },
  address: { zh: '地址', en: 'address' },
  home: { zh: '所属村', en: 'village' },
  schooling: { zh: '学校和班级', en: 'school and class' },
};

export const listWords: { readonly [K in SourceKind]: Words } = {
  household: { zh: '户籍', en: 'household register' },
  enrolment: { zh: '学籍', en: 'enrolment' },
  attending: { zh: '在校名册', en: 'class list' },
  poverty: { zh: '脱贫户名册', en: 'poverty list' },
  disability: { zh: '残疾人名册', en: 'disability list' },
};

/** What else rows of lists say, in the order in which people look for it. */
export const rowFieldWords: Readonly<Record<string, Words>> = {
  name: fieldWords.name,
  formerName: fieldWords.formerName,
  sex: fieldWords.sex,
  birthDay: fieldWords.birthDay,
  idNumber: fieldWords.idNumber,
  idType: { zh: '证件类型', en: 'kind of document' },
  ethnicity: fieldWords.ethnicity,
  studentNumber: fieldWords.studentNumber,
  auxiliaryNumber: { zh: '学籍辅号', en: 'auxiliary student number' },
  school: { zh: '学校', en: 'school' },
  schoolCode: { zh: '学校标识码', en: 'school code' },
  grade: { zh: '年级', en: 'grade' },
  className: { zh: '班级', en: 'class' },
  enrolmentState: { zh: '学籍状态', en: 'state of enrolment' },
  attendsBy: { zh: '就读方式', en: 'how the child attends' },
  township: { zh: '乡镇（街道）', en: 'township' },
  village: { zh: '村（社区）', en: 'village' },
  address: fieldWords.address,
  guardianName: fieldWords.guardianName,
  guardianPhone: fieldWords.guardianPhone,
  guardian1Name: { zh: '监护人一', en: 'first guardian' },
  guardian1Id: { zh: '监护人一证件号', en: 'number of the first guardian' },
  guardian1Phone: { zh: '监护人一电话', en: 'telephone of the first guardian' },
  guardian2Name: { zh: '监护人二', en: 'second guardian' },
  guardian2Id: { zh: '监护人二证件号', en: 'number of the second guardian' },
  guardian2Phone: { zh: '监护人二电话', en: 'telephone of the second guardian' },
  phone: { zh: '联系电话', en: 'telephone' },
  headName: { zh: '户主', en: 'head of household' },
  headId: { zh: '户主证件号', en: 'number of the head of household' },
  householdNumber: { zh: '户号', en: 'household number' },
  relationToHead: { zh: '与户主关系', en: 'relation to the head of household' },
  residenceMatches: { zh: '人户一致', en: 'lives where registered' },
  changeReason: { zh: '变动原因', en: 'reason of change' },
  hukouArea: { zh: '户口所在地', en: 'area of registration' },
  hukouAddress: { zh: '户籍地址', en: 'address of registration' },
  presentArea: { zh: '现住地', en: 'area of residence' },
  presentAddress: { zh: '现住址', en: 'address of residence' },
  homeAddress: { zh: '家庭住址', en: 'home address' },
  mailAddress: { zh: '通信地址', en: 'postal address' },
  inclusive: { zh: '随班就读', en: 'inclusive schooling' },
  disabilityCard: { zh: '残疾人证号', en: 'disability certificate' },
  disabilityKind: { zh: '残疾类别', en: 'kind of disability' },
  disabilityLevel: { zh: '残疾等级', en: 'degree of disability' },
  povertyKind: { zh: '户类型', en: 'kind of household' },
  schoolingState: { zh: '在校生状况', en: 'state of schooling' },
  notSchooledReason: { zh: '未上学原因', en: 'reason for not attending' },
  note: { zh: '备注', en: 'note' },
};

/** Who says a fact. */
export const sourceSays: Readonly<Record<string, Words>> = {
  register: { zh: '名册', en: 'list' },
  school: { zh: '学校', en: 'school' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村（社区）', en: 'village' },
  department: { zh: '部门', en: 'department' },
  bureau: { zh: '县教育局', en: 'county bureau' },
};

/** Kinds of facts by their names, for one of which the module that knows it has no sentence. */
export const factKindWords: Readonly<Record<string, Words>> = {
  household: { zh: '户籍名册记入', en: 'told by the household register' },
  enrolment: { zh: '学籍名册记入', en: 'told by the enrolment register' },
  'class-list': { zh: '在校名册记入', en: 'told by a class list' },
  disability: { zh: '残疾人名册记入', en: 'told by the disability list' },
  home: { zh: '所属村记入', en: 'village told' },
  review: { zh: '人工核实是否同一人', en: 'a person looks whether it is the same child' },
  question: { zh: '核查', en: 'question sent out' },
  answer: { zh: '核查答复', en: 'answer to a question' },
  decision: { zh: '县教育局审定', en: 'decision of the bureau' },
  withdrawn: { zh: '撤回一条记录', en: 'a record taken back' },
};

/** Why somebody looks at what is masked; a reason of one's own has at least six characters (PRV-07). */
export const revealReasons = {
  'contact-guardian': { zh: '联系监护人', en: 'to reach the guardian' },
  'verify-identity': { zh: '核对身份', en: 'to verify who it is' },
  'fill-form': { zh: '填报材料', en: 'to fill in a form' },
  'correct-record': { zh: '更正信息', en: 'to put the record right' },
  'case-work': { zh: '控辍保学工作', en: 'work on the case' },
} as const satisfies Record<string, Words>;
export type RevealReason = keyof typeof revealReasons;

/** Township and village of a child in one text; '' where nobody knows. */
export function placeWords({ township, village }: { readonly township: string; readonly village: string }): string {
  return [township, village].filter((part) => part !== '').join(' ');
}

const gradeDigits = '一二三四五六七八九';

/** School and class of a child in one text: 青禾小学 三年级2班, 听泉中学 七(2); '' where there is neither. */
export function schoolingWords(
  line: { readonly school: string; readonly grade: number | null; readonly className: string },
  language: keyof Words,
): string {
  return [line.school, classWords(line.grade, line.className, language)].filter((part) => part !== '').join(' ');
}

/** Lists write a class whole (七(2)班) or only its number (2班), which says nothing without the grade. */
function classWords(grade: number | null, className: string, language: keyof Words): string {
  const number = /^(\d{1,2})班?$/.exec(className)?.[1];
  if (grade === null || (className !== '' && number === undefined)) return className;
  const digit = gradeDigits[grade - 1] ?? String(grade);
  if (language === 'en') return number === undefined ? `grade ${grade}` : `grade ${grade} class ${number}`;
  if (number === undefined) return `${digit}年级`;
  return grade >= 7 ? `${digit}(${number})` : `${digit}年级${number}班`;
}
