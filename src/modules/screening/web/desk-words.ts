import { numberText } from '../../../ui/shared/numbers';
import { defineWords, type Says } from '../../../ui/shared/words';
import type { Bucket } from '../rules/answers';
import type { Cut } from '../rules/cuts';
import type { Method, Template } from '../rules/templates';

export const templateSays: { readonly [T in Template]: Says } = {
  'before-term': { zh: '开学前摸排', en: 'Before term' },
  'term-opening': { zh: '开学报到', en: 'Term opening' },
  'key-grades': { zh: '重点学段', en: 'Grades 8 and 9' },
  'marked-groups': { zh: '重点人群', en: 'Marked groups' },
  special: { zh: '专项排查', en: 'Special campaign' },
};

/** What each kind of campaign is for, where one is chosen. */
export const templateMeans: { readonly [T in Template]: Says } = {
  'before-term': {
    zh: '开学前弄清每个孩子开学到哪上学，电话问或入户。',
    en: 'Before term: where will each child learn? By telephone or at home.',
  },
  'term-opening': {
    zh: '班主任报谁没来；首日、首周分别统计，没报到的逐个跟。',
    en: 'Class teachers say who has not come; first day and first week are counted, whoever is missing is followed.',
  },
  'key-grades': { zh: '八、九年级逐人核对，人还在不在学。', en: 'Grades 8 and 9, child by child: still in school?' },
  'marked-groups': {
    zh: '查有重点人群标记的孩子。填的人看到的是“专项排查”，不知道为什么查他。',
    en: 'Children with a mark. Whoever answers sees a special campaign, and not why a child is on it.',
  },
  special: { zh: '自己定范围和方式，比如一个乡镇入户走一遍。', en: 'Your own scope and way, such as every house of a township.' },
};

export const methodSays: { readonly [M in Method]: Says } = {
  'in-school': { zh: '在校核对（班主任填）', en: 'in class (class teachers)' },
  home: { zh: '入户（村、乡镇填）', en: 'at home (villages, townships)' },
  phone: { zh: '电话（班主任填）', en: 'by telephone (class teachers)' },
};

export const bucketSays: { readonly [B in Bucket]: Says } = {
  schooled: { zh: '在上学', en: 'in school' },
  'not-in-school': { zh: '没在上学', en: 'not in school' },
  'not-found': { zh: '没找到', en: 'not found' },
  gone: { zh: '不住这里了', en: 'gone' },
};

export const cutSays: { readonly [C in Cut]: Says } = {
  'first-day': { zh: '首日报到', en: 'first day' },
  'first-week': { zh: '首周报到', en: 'first week' },
  later: { zh: '一周后报到', en: 'later' },
  never: { zh: '未报到', en: 'not reported' },
};

/** Words of the desktop pages. */
export const deskWords = defineWords({
  list: { zh: '排查', en: 'Screening campaigns' },
  help: {
    zh: '把一个范围里的孩子逐个查一遍：班主任、村干部填，学校签认，县局抽查、核准后才算数。名单在发起时定下，谁没填一直看得见。',
    en: 'Looks through every child of a scope: teachers and villages answer, schools sign, the bureau samples and decides. Whom it is about is fixed at the start.',
  },
  clause: { zh: '方案 三（一）2 网格化、三（四）开学排查、重点学段', en: 'plan 三(一)2, 三(四)' },
  none: { zh: '还没有排查。', en: 'No campaign yet.' },
  start: { zh: '发起排查', en: 'Start a campaign' },
  name: { zh: '名称', en: 'Name' },
  childName: { zh: '姓名', en: 'Name' },
  due: { zh: '期限', en: 'Due' },
  kind: { zh: '类型', en: 'Kind' },
  method: { zh: '方式', en: 'Way' },
  days: { zh: '起止', en: 'From, until' },
  phase: { zh: '状态', en: 'State' },
  children: { zh: '孩子', en: 'Children' },
  answered: { zh: '已填', en: 'Answered' },
  open: { zh: '没填', en: 'Open' },
  waiting: { zh: '待核准', en: 'To decide' },
  share: { zh: '进度', en: 'Done' },
  place: { zh: '单位', en: 'Place' },
  owner: { zh: '责任人', en: 'Owner' },
  confirmed: { zh: '已交的班', en: 'Classes handed in' },
  grids: { zh: '网格', en: 'Grids' },
  many: { zh: '多人', en: 'several' },
  startedBy: { zh: (who: string, when: string) => `${who} ${when} 发起`, en: (who: string, when: string) => `${who}, ${when}` },
  closedFor: { zh: (reason: string) => `已结束：${reason}`, en: (reason: string) => `closed: ${reason}` },
  remind: { zh: '提醒没填完的', en: 'Remind' },
  reminded: { zh: (n: number) => `已提醒 ${n} 个网格`, en: (n: number) => `${n} grids reminded` },
  remindedAt: { zh: (when: string) => `${when} 提醒过`, en: (when: string) => `reminded ${when}` },
  close: { zh: '结束排查', en: 'Close' },
  closeTitle: { zh: (open: number) => `结束排查，还有 ${open} 人没填`, en: (open: number) => `Close with ${open} open` },
  closed: { zh: '排查已结束', en: 'The campaign is closed' },
  sign: { zh: '学校签认', en: 'Sign for the school' },
  signed: { zh: '已签认', en: 'Signed' },
  signedBy: {
    zh: (who: string, when: string) => `${who} ${when} 签认`,
    en: (who: string, when: string) => `signed by ${who}, ${when}`,
  },
  changedSince: { zh: '签认后改动', en: 'Changed after signing' },
  changedOf: { zh: (n: number) => `签认后改 ${n} 人`, en: (n: number) => `${n} changed after signing` },
  showChanged: { zh: '签认后改过的', en: 'changed after signing' },
  signature: { zh: '签认', en: 'Signed' },
  unsigned: { zh: '未签认', en: 'not signed' },
  ownWord: { zh: '这一条是您自己填的，请由另一位专干来定。', en: 'It is your own word; a colleague has to decide on it.' },
  notSigned: { zh: '学校还没签认', en: 'not signed yet' },
  samples: { zh: '抽查', en: 'Samples' },
  targets: { zh: '排查名单', en: 'Children of the campaign' },
  picture: { zh: '各单位进度，颜色越深填得越多', en: 'How each place stands; the darker the more is answered' },
  pictureOf: {
    zh: (place: string, done: number, all: number) => `${place}：已填 ${done}，共 ${all}`,
    en: (place: string, done: number, all: number) => `${place}: ${done} of ${all}`,
  },
  table: { zh: '各单位进度', en: 'How each place stands' },
  who: { zh: '性别年龄', en: 'Sex, age' },
  answer: { zh: '结果', en: 'Answer' },
  foundDay: { zh: '日期', en: 'Day' },
  reported: { zh: '报到', en: 'Reported' },
  decision: { zh: '核准', en: 'Decision' },
  show: { zh: '看哪些', en: 'Show' },
  showOpen: { zh: '没填的', en: 'open' },
  showAnswered: { zh: '已填的', en: 'answered' },
  showWaiting: { zh: '待核准的', en: 'to be decided' },
  showUnreported: { zh: '没到的', en: 'not there' },
  noTargets: { zh: '这里没有孩子。', en: 'No child here.' },
  fill: { zh: '去填写', en: 'Answer' },
  record: { zh: '打开学生档案', en: 'Open the record' },
  accept: { zh: '核准', en: 'Accept' },
  sendBack: { zh: '退回', en: 'Send back' },
  sendBackTitle: { zh: (name: string) => `退回 ${name} 的排查结果`, en: (name: string) => `Send back the answer about ${name}` },
  acceptedOne: { zh: (name: string) => `已核准：${name}`, en: (name: string) => `Accepted: ${name}` },
  sentBackOne: { zh: (name: string) => `已退回：${name}`, en: (name: string) => `Sent back: ${name}` },
  notAnswered: { zh: '还没有人填。', en: 'Nobody has answered yet.' },
  photo: { zh: (no: number) => `照片 ${no}`, en: (no: number) => `Photograph ${no}` },
  met: { zh: '见到', en: 'met' },
  finds: { zh: '名册外的孩子', en: 'Children on no list' },
  findsHelp: {
    zh: '入户时遇到、哪本名册上都没有的孩子（铁脚板摸排）。县局认定是谁：名册里有、补进名单，或不用补。',
    en: 'Met on visits and on no list. The bureau says who each is: known, to be entered, or not to be.',
  },
  noFinds: { zh: '还没有人上报名册外的孩子。', en: 'Nobody has told of a child on no list.' },
  findState: { zh: '认定', en: 'Settled' },
  foundBy: { zh: '上报人', en: 'Told by' },
  foundOn: { zh: '遇到的日子', en: 'Met on' },
  findsClause: { zh: '方案 三（一）1 适龄儿童摸排；教基厅函〔2024〕15 号 铁脚板摸排', en: 'plan 三(一)1; 教基厅函〔2024〕15 号' },
  birthDay: { zh: '出生日期', en: 'Birthday' },
  given: { zh: '另外', en: 'Also' },
  school: { zh: '学校', en: 'School' },
  note: { zh: '说明', en: 'Note' },
  phoneGiven: { zh: '留了电话', en: 'a telephone number was given' },
  numberGiven: { zh: '留了身份证号', en: 'an ID number was given' },
  alike: { zh: '名册里可能是他（她）的孩子', en: 'Children on the lists who may be this one' },
  noAlike: { zh: '名册里没有找到同名、年纪相近的孩子。', en: 'No child of that name and age on the lists.' },
  sameNumberWhy: {
    zh: '身份证号和名册里的孩子相同，不能再补一个，请点“就是这个孩子”。',
    en: 'The ID number is that of a child on the lists: it cannot be entered again. Say that it is this child.',
  },
  sameNumber: { zh: '身份证号相同', en: 'same ID number' },
  isKnown: { zh: '就是这个孩子', en: 'It is this child' },
  enter: { zh: '名册里没有，补进名单', en: 'On no list: enter' },
  entered: { zh: (name: string) => `${name} 已补进应在学名单`, en: (name: string) => `${name} was entered on the roll` },
  knownDone: { zh: (name: string) => `已认定：${name}`, en: (name: string) => `Settled: ${name}` },
  dismiss: { zh: '不用补', en: 'Dismiss' },
  dismissTitle: { zh: (name: string) => `${name} 不用补进名单`, en: (name: string) => `${name} need not be entered` },
  dismissed: { zh: '已记下', en: 'Noted' },
  total: { zh: (n: number) => `${numberText(n)} 人`, en: (n: number) => numberText(n) },
  cardOpen: { zh: '待填', en: 'To be answered' },
  cardLate: { zh: '已到期没填', en: 'Overdue' },
  cardDecide: { zh: '结果待核准', en: 'Answers to decide on' },
  cardFinds: { zh: '名册外的孩子待认定', en: 'Children on no list to settle' },
  cardNone: { zh: '现在没有正在进行的排查。', en: 'No campaign is running.' },
  cardDone: { zh: '正在进行的排查都填完了。', en: 'Everything that is asked is answered.' },
  panel: { zh: '排查', en: 'Screening' },
  panelNone: { zh: '还没有排查到这个孩子。', en: 'No campaign has asked about this child.' },
});

/** Words of the page that starts a campaign. */
export const startWords = defineWords({
  title: { zh: '发起排查', en: 'Start a campaign' },
  template: { zh: '排查什么', en: 'What for' },
  method: { zh: '怎么查', en: 'In which way' },
  places: { zh: '范围（不选就是全县）', en: 'Places (none: the whole county)' },
  grades: { zh: '年级（不选就是全部）', en: 'Grades (none: all)' },
  marks: { zh: '查哪几类孩子', en: 'Children in which groups' },
  marksHint: {
    zh: '残疾、脱贫户、涉案只统计、不列名单，不能选。选了哪几类不保存，名称只有县局看得到。',
    en: 'Disability, poverty and cases are counted and never listed. What you choose is not kept; the name is seen by the bureau alone.',
  },
  from: { zh: '从哪天起', en: 'From' },
  fromOpening: { zh: '开学第一天', en: 'First day of term' },
  until: { zh: '哪天前填完', en: 'Until' },
  untilHint: { zh: '天数是系统建议，待县局确认', en: 'The number of days is our suggestion; the bureau settles it' },
  name: { zh: '名称', en: 'Name' },
  will: {
    zh: (children: number, grids: number, owners: number) =>
      `要查 ${numberText(children)} 名孩子，${numberText(grids)} 个网格，${numberText(owners)} 位责任人`,
    en: (children: number, grids: number, owners: number) =>
      `${numberText(children)} children, ${numberText(grids)} grids, ${numberText(owners)} people who answer`,
  },
  nowhere: {
    zh: (n: number) => `另有 ${numberText(n)} 名孩子不知道该问谁（没有村或学校），不在这次排查里。`,
    en: (n: number) => `${numberText(n)} more have no village or school, and are not in it.`,
  },
  go: { zh: (n: number) => `发起，查 ${numberText(n)} 人`, en: (n: number) => `Start with ${numberText(n)}` },
  started: { zh: (n: number) => `已发起，${numberText(n)} 名孩子`, en: (n: number) => `Started: ${numberText(n)} children` },
  owners: { zh: '去落实责任人', en: 'Name who answers' },
  nameMissing: { zh: '请写名称', en: 'Give it a name' },
});

/** Words of the page of samples. */
export const sampleWords = defineWords({
  title: { zh: '抽查', en: 'Samples' },
  help: {
    zh: '从填好的结果里随机抽一些，打电话再问一遍；不一致的退回重查。种子记着，谁都能重抽出同一批。',
    en: 'Draws some answered children and asks again; whoever differs is open again. With the seed anybody draws the same ones.',
  },
  size: { zh: '抽多少人', en: 'How many' },
  draw: { zh: '抽一次', en: 'Draw' },
  drawn: { zh: (n: number) => `抽出 ${n} 人`, en: (n: number) => `${n} drawn` },
  none: { zh: '还没抽过。', en: 'Nothing drawn yet.' },
  of: {
    zh: (size: number, population: number, seed: string) => `${population} 人里抽 ${size} 人，种子 ${seed}`,
    en: (size: number, population: number, seed: string) => `${size} of ${population}, seed ${seed}`,
  },
  same: { zh: '一致', en: 'same' },
  differs: { zh: '不一致', en: 'differs' },
  unreached: { zh: '没联系上', en: 'not reached' },
  result: { zh: '回访', en: 'Asked again' },
  no: { zh: '序号', en: 'No.' },
});
