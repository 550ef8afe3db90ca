import { defineWords, type Says } from '../../../../ui/shared/words';
import type { findGroups } from '../../rules/finds';

/** What is asked first of a child that is on no list. */
export const findGroupSays: { readonly [G in (typeof findGroups)[number]]: Says } = {
  'not-schooled': { zh: '没在上学', en: 'In no school' },
  here: { zh: '本县上学', en: 'In school here' },
  elsewhere: { zh: '外地上学', en: 'In school elsewhere' },
  other: { zh: '说不清', en: 'Not clear' },
};

/** Words of the phone pages. */
export const phoneWords = defineWords({
  openOnes: { zh: '还没查完', en: 'Not finished' },
  doneOnes: { zh: '查完了', en: 'Finished' },
  open: { zh: (n: number) => `还有 ${n} 人`, en: (n: number) => `${n} left` },
  done: { zh: (n: number) => `${n} 人都填了`, en: (n: number) => `all ${n} answered` },
  until: { zh: (when: string) => `${when}前填完`, en: (when: string) => `by ${when}` },
  reminded: { zh: '县局催过', en: 'the bureau reminded' },
  none: {
    zh: '现在没有要您填的排查。县局发起排查后，会出现在这里。',
    en: 'Nothing to answer at the moment. Campaigns of the bureau appear here.',
  },
  toVisit: { zh: '要走访的孩子', en: 'To be visited' },
  visited: { zh: '走访过的', en: 'Visited' },
  allVisited: { zh: '这个村的孩子都走访过了。', en: 'Every child of this village was visited.' },
  byName: { zh: '按姓名找', en: 'Find by name' },
  noName: {
    zh: '名单里没有这个名字。是名册外的孩子，请点下面的按钮上报。',
    en: 'No such name on the list. Is the child on no list? Tell of it below.',
  },
  met: { zh: '遇到名册外的孩子', en: 'Met a child on no list' },
  unheard: {
    zh: '现在没有网络，显示的是手机上存的名单，可以照常填。',
    en: 'No network: this is the list kept on this phone. Go on answering.',
  },
  onPhone: { zh: '存在手机', en: 'on this phone' },
  onPhoneWhy: {
    zh: '先存在这台手机上，有网络就自动交上去。',
    en: 'It is on this phone and goes out by itself as soon as there is a network.',
  },
  sending: { zh: '正在交上去……', en: 'Being sent…' },
  handed: { zh: '已交上去', en: 'Handed in' },
  backToList: { zh: '回到名单', en: 'Back to the list' },
  again: { zh: '再填一次', en: 'Answer again' },
  notNow: {
    zh: (phase: string) => `这次排查${phase}，现在不能填。`,
    en: (phase: string) => `This campaign is ${phase}; nothing can be answered.`,
  },
  onlySee: { zh: '您可以看，由负责这里的人来填。', en: 'You can look; whoever answers for this place fills it in.' },
  clash: { zh: '别人刚刚也填了这个孩子：', en: 'Somebody else answered just now:' },
  clashClass: { zh: '别人刚刚也交了这个班。', en: 'Somebody else has just answered for this class.' },
  mine: { zh: '用我填的', en: 'Use mine' },
  theirs: { zh: '用已交的', en: 'Use theirs' },
  notKept: {
    zh: '这台手机不能留存。没有网络时请别关这一页，有网了再交。',
    en: 'This phone keeps nothing. Without a network leave this page open and hand in later.',
  },
  tapWho: { zh: '点没到的孩子，别的都算到了', en: 'Tap whoever is not there; everybody else is' },
  which: { zh: '怎么回事', en: 'What is it' },
  came: { zh: '到了', en: 'is there' },
  placeLabel: { zh: '在哪里、哪所学校', en: 'Where, which school' },
  placeHint: { zh: '例如：河北省平泉市 某某小学', en: 'For example: Pingquan, Hebei, … Primary School' },
  placeMissing: { zh: '请写明在哪里、哪所学校', en: 'Say where and in which school' },
  whenCame: { zh: '到了的孩子是哪天报到的', en: 'On which day they came' },
  today: { zh: '今天', en: 'today' },
  firstDay: { zh: (day: string) => `开学那天（${day}）`, en: (day: string) => `the first day (${day})` },
  sendAll: { zh: (n: number) => `交上去：${n} 人全部到了`, en: (n: number) => `Hand in: all ${n} are there` },
  sendSome: {
    zh: (away: number, there: number) => `交上去：${away} 人没到，其余 ${there} 人到了`,
    en: (away: number, there: number) => `Hand in: ${away} not there, ${there} are`,
  },
  sentAll: {
    zh: (there: number, all: number) => `已交：${all} 人中 ${there} 人到了`,
    en: (there: number, all: number) => `Handed in: ${there} of ${all} are there`,
  },
  placesFirst: { zh: (n: number) => `还有 ${n} 人没写在哪所学校`, en: (n: number) => `${n} without the name of a school` },
  notYet: { zh: '还没交', en: 'not handed in' },
  by: { zh: (who: string, when: string) => `${who} ${when} 交的`, en: (who: string, when: string) => `${who}, ${when}` },
  visitOf: {
    zh: (name: string, what: string) => `走访 ${name}：${what}`,
    en: (name: string, what: string) => `Visit to ${name}: ${what}`,
  },
  classOf: {
    zh: (place: string, away: number) => `${place} 排查 · ${away} 人没到`,
    en: (place: string, away: number) => `${place}, campaign · ${away} not there`,
  },
  findOf: { zh: (name: string) => `名册外的孩子：${name}`, en: (name: string) => `Child on no list: ${name}` },
  findTitle: { zh: '名册外的孩子', en: 'A child on no list' },
  findWhy: {
    zh: '走访时遇到、名单里没有的孩子，报给县局认定。',
    en: 'Met on a visit and on no list: the bureau finds out who it is.',
  },
  photo: { zh: '照片', en: 'Photograph' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  birthDay: { zh: '出生日期（记不清可以不填）', en: 'Birthday (leave empty if not known)' },
  idNumber: { zh: '身份证号（看得到户口簿就填，可不填）', en: 'ID number (from the household booklet; optional)' },
  phone: { zh: '监护人电话（可不填）', en: 'Telephone of the guardian (optional)' },
  address: { zh: '住在哪（组、门牌、谁家）', en: 'Where it lives' },
  where: { zh: '在哪上学？', en: 'Where in school?' },
  exactly: { zh: '具体是', en: 'To be precise' },
  why: { zh: '为什么没上学、还知道什么', en: 'Why it is in no school, what else is known' },
  nameMissing: { zh: '请写姓名，不知道大名就写小名', en: 'Give a name, a nickname if need be' },
  whereMissing: { zh: '请选在哪上学', en: 'Choose where it learns' },
  tell: { zh: '报给县局', en: 'Tell the bureau' },
  told: { zh: '已报给县局，等县局认定', en: 'Told; the bureau finds out who it is' },
  another: { zh: '再报一个', en: 'Tell of another' },
});
