import type { StandingKey } from '../../kernel/standing';
import type { Missing, MissingGroup } from './rules/missing';
import type { Label } from './rules/policy';
import type { RuleId } from './rules/rule-book';

type Words = { readonly zh: string; readonly en: string };
type Language = keyof Words;

/** What the things of this module are called in a sentence: 没有找到这{zh}. */
export const things = {
  grid: words('个网格', 'grid'),
  child: words('名儿童', 'child'),
  policy: words('套口径', 'policy'),
} as const;

/** One line a state for help texts; each says which clause it follows. */
export const standingHelp: { readonly [K in StandingKey]: Words } = {
  'in-school': words('有学籍，也在班级名单上。〔方案 三(一)1(2)〕', 'Enrolled, and on a class list. [plan 三(一)1(2)]'),
  'on-leave': words('假条已批，还没到销假的日子。〔方案 三(四)〕', 'Leave is approved and not over. [plan 三(四)]'),
  'home-teaching': words(
    '不能到校，老师上门送教，保留学籍。〔方案 三(一)1(2)〕',
    'Cannot come; a teacher comes, and the enrolment is kept. [plan 三(一)1(2)]',
  ),
  'special-school': words(
    '在特教学校、福利机构或专门学校就读。〔《残疾人教育条例》第十七条〕',
    'In a special school or an institution. [Regulations on the Education of Persons with Disabilities, 17]',
  ),
  suspended: words('休学手续齐全，期限内保留学籍。〔方案 三(三)〕', 'Suspended with papers, for a time. [plan 三(三)]'),
  deferred: words(
    '因身体状况批准延缓入学，到期重新申请。〔《义务教育法》第十一条〕',
    'Entry deferred for health, for a time. [Compulsory Education Act, 11]',
  ),
  elsewhere: words(
    '在县外就读，有学校或外地学籍的证明；过了有效期回到待核实。〔方案 三(三)〕',
    'In school elsewhere, proven; goes back to “to verify” when the proof runs out. [plan 三(三)]',
  ),
  'absence-followed': words('连续没来，学校正在联系。〔方案 三(四)〕', 'Absent; the school is following up. [plan 三(四)]'),
  'suspected-dropout': words(
    '已列入疑似辍学台账。〔教基厅函〔2024〕15号〕',
    'In the ledger of suspected dropouts. [Ministry letter 15]',
  ),
  'dropout-persuading': words(
    '已列入辍学台账，正在劝返。〔教基厅函〔2024〕15号〕',
    'In the ledger of dropouts. [Ministry letter 15]',
  ),
  'returned-observed': words('已经回来，还在观察期。〔方案 二 留得住〕', 'Back in school and observed. [plan 二]'),
  'to-verify': words('说法不一，或还缺证明，等人核实。〔方案 三(三)〕', 'Contradicted or not proven yet. [plan 三(三)]'),
  unplaced: words('还不知道在哪上学，先找到人。〔方案 三(一)1(1)〕', 'Nobody knows where it learns yet. [plan 三(一)1(1)]'),
  'too-young': words('当年8月31日前不满6周岁。〔方案 三(一)1(1)〕', 'Not six by 31 August. [plan 三(一)1(1)]'),
  finished: words(
    '已经毕业，或超过年龄且没有学籍。〔《义务教育法》第十一条〕',
    'Finished, or over age and not enrolled. [Act, 11]',
  ),
  dead: words('有死亡证明、户口注销证明或公安核查。〔方案 三(三)〕', 'Proven by a record or the police. [plan 三(三)]'),
  abroad: words('有出入境证明或公安核查。〔方案 三(三)〕', 'Proven by a border record or the police. [plan 三(三)]'),
  'moved-away': words(
    '户籍已迁出，接收学校也已确认。〔方案 三(三)〕',
    'Moved away, and the school there confirms. [plan 三(三)]',
  ),
  'not-real': words(
    '公安核查为空挂户、双重户籍或查无此人。〔方案 三(三)〕',
    'The police found no such child there. [plan 三(三)]',
  ),
};

/** Why a child stands where it stands, one sentence a rule. */
export const ruleWords: { readonly [R in RuleId]: Words } = {
  'unreadable-day': words('日期无法识别，请重新选择日期', 'The day cannot be read; choose another'),
  'dead-proven': words('死亡，县局已核准', 'Died; accepted by the bureau'),
  'seen-after-death': words('核准死亡之后又出现在名单或学籍里', 'Seen on a list or enrolled after the death was accepted'),
  'too-young': words('还没到入学年龄', 'Not of school age yet'),
  'over-age': words('已超过义务教育年龄，也没有学籍', 'Over age and not enrolled'),
  'finished-proven': words('完成义务教育，县局已核准', 'Finished; accepted by the bureau'),
  'finished-too-early': words('核查说已离校，但还在义务教育年龄', 'Said to have left for good, but still of school age'),
  'graduated-junior': words('学籍已标初中毕业', 'Marked as graduated from junior school'),
  'left-for-good': words('已离开本县范围，县局已核准', 'Gone for good; accepted by the bureau'),
  'question-open': words('县局的核查还没有结果', 'The bureau has asked and has no accepted answer'),
  'told-not-schooled': words('有人反映没在上学，等县局核实', 'Somebody said the child is not in school'),
  'confirmed-not-schooled': words('县局已确认没在上学', 'The bureau has confirmed that the child is not in school'),
  'back-unconfirmed': words('确认没在上学之后又出现在名单或学籍里，等核实', 'On a list again, not confirmed yet'),
  'household-says-gone': words('户籍注明迁出、注销、失踪或死亡，或已不在册', 'The household register says the child has gone'),
  'accepted-and-proven': words('核查结果有证明，县局已核准', 'Verified with proof, accepted by the bureau'),
  'accepted-unclear': words('县局认可核查，但名册信息有误，需更正', 'Verified, but the record itself must be corrected'),
  'proof-expired': words('证明已过有效期，需重新核实', 'The proof has run out'),
  'on-class-list': words('有学籍，也在班级名单上', 'Enrolled and on a class list'),
  'on-class-list-unregistered': words('在班级名单上，但没有学籍', 'On a class list without an enrolment'),
  'absent-from-list': words('有学籍，但不在班级名单上', 'Enrolled, but on no class list'),
  'enrolled-without-list': words('有学籍，学校还没交班级名单', 'Enrolled; the school has given no class list'),
  'marked-home-teaching': words('学籍标注为送教上门', 'Marked for home teaching in the enrolment'),
  'list-outdated': words('只在上学年的班级名单上', 'Only on last school year’s class list'),
  'transfer-unconfirmed': words('学籍已转出，对方还没确认', 'Transferred out; the other side has not confirmed'),
  'suspension-unproven': words('学籍标注休学，但没有手续', 'Marked as suspended, without papers'),
  'left-school': words('学籍标注已离校、流失或下落不明', 'Marked as having left school'),
  'enrolment-says-gone': words('学籍标注死亡、出境或其他，还没有证明', 'Marked as dead, abroad or other, not proven'),
  'between-schools': words('小学刚毕业，等待升入初中', 'Just out of primary school'),
  'not-entered-junior': words('小学毕业后没有初中学籍', 'Out of primary school and in no junior school'),
  'absent-from-class': words('点名没到，没有请假', 'Not there when the class was called, without leave'),
  'absent-for-long': words('多日点名没到，没有请假', 'Not there on many days, without leave'),
  'on-leave-today': words('点名时已请假', 'On leave when the class was called'),
  'answer-waiting': words('已有核查结果，等县局核准', 'Answered; the bureau has not decided yet'),
  'answer-unproven': words('核查结果已核准，但缺证明', 'Accepted, but a proof is missing'),
  'review-open': words('有名册行可能是这名儿童，等人工核实', 'A row may be this child’s; a person must decide'),
  'birth-unknown': words('出生日期缺失或有误', 'The birth day is missing or impossible'),
  'nothing-known': words('没有任何名册或核查说明在哪上学', 'No list and no answer says where the child learns'),
};

/** What a rule or a number of the policy rests on. */
export const labelWords: { readonly [L in Label]: Words } = {
  clause: words('依据', 'clause'),
  county: words('县定参数', 'set by the county'),
  suggested: words('系统建议', 'suggested'),
};

/** Words around standings and grids. */
export const standingWords = {
  unconfirmed: words('待县局确认', 'to be confirmed by the bureau'),
  noVillage: words('未落到村', 'no village known'),
  noClass: words('未落到班', 'no class known'),
  shouldBe: words('应在学', 'should be in school'),
  balanced: words('账平', 'balanced'),
  notBalanced: words('账不平，请联系系统管理员', 'not balanced; tell the system administrator'),
  stillMissing: words('还缺：', 'still missing: '),
  or: words('或', ' or '),
  and: words('；', '; '),
} as const;

/** Documents and other things that prove a standing. */
export const missingWords: { readonly [M in Missing]: Words } = {
  'school-certificate': words('在读证明', 'a certificate of the school'),
  'receiving-school': words('接收学校确认', 'the receiving school’s confirmation'),
  'enrolment-elsewhere': words('外地学籍查询结果', 'the enrolment elsewhere'),
  'institution-statement': words('机构证明', 'a statement of the institution'),
  'placement-assessment': words('残疾儿童安置评估意见', 'an assessment of the placement'),
  approval: words('批准文件', 'the approval'),
  'medical-certificate': words('县级以上医院证明', 'a hospital’s certificate'),
  'death-record': words('死亡或户口注销证明', 'a record of the death'),
  'police-answer': words('公安核查结果', 'the answer of the police'),
  'border-record': words('出入境证明', 'a border record'),
  graduation: words('毕业证明', 'a proof of graduation'),
  enlistment: words('入伍通知书', 'the enlistment notice'),
  'home-visit': words('入户核查记录', 'a record of a home visit'),
  'class-photo': words('到班核实照片', 'a photo taken in class'),
  'class-list': words('班级名单', 'the class list'),
  enrolment: words('学籍', 'an enrolment'),
  'birth-day': words('出生日期', 'the birth day'),
  answer: words('核查结果', 'an answer of the field'),
  'bureau-decision': words('县局核准', 'the bureau’s decision'),
  'corrected-record': words('名册信息更正', 'a corrected record'),
  'review-decision': words('人工核实结论', 'a reviewer’s decision'),
};

/** 「还缺：接收学校确认或外地学籍查询结果；县局核准」; '' when nothing is missing. */
export function missingText(groups: readonly MissingGroup[], language: Language): string {
  if (groups.length === 0) return '';
  const texts = groups.map((group) => group.map((one) => missingWords[one][language]).join(standingWords.or[language]));
  return `${standingWords.stillMissing[language]}${texts.join(standingWords.and[language])}`;
}

// A page that needs none of the words is spared them; the bundler has to be told that making them does nothing else.
/* @__NO_SIDE_EFFECTS__ */
function words(zh: string, en: string): Words {
  return { zh, en };
}
