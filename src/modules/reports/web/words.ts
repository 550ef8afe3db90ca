import { defineWords, type Says } from '../../../ui/shared/words';
import type { FieldClass } from '../rules/layouts';
import type { Ledger } from '../rules/ledgers';

/** What a ledger holds and whom it leaves out, for the sign beside its title. */
export const ledgerHelp: { readonly [L in Ledger]: Says } = {
  'school-age': {
    zh: '应在学的每一名孩子，一人一行，从名册、核查和审批算出来，不用再填。统计日可以往回选。',
    en: 'Every child who should be in school, one line each, worked out from registers, answers and approvals. Past days can be chosen.',
  },
  suspected: {
    zh: '已列为疑似辍学、还没有结论的学生。有了结论就转走或销号。',
    en: 'Children suspected to have dropped out, until that is settled.',
  },
  dropout: {
    zh: '已确认辍学、正在劝返的学生。回来并稳定以后销号。',
    en: 'Children known to have dropped out and being persuaded to return.',
  },
};

/** Why a ledger is empty, and where the children are meanwhile. */
export const ledgerEmpty: { readonly [L in Ledger]: Says } = {
  'school-age': {
    zh: '还没有台账。导入名册、完成比对以后，几分钟内就有。',
    en: 'There is no ledger yet. It follows within minutes of the first comparison.',
  },
  suspected: {
    zh: '现在一名也没有。没有请假、连续点名没到的孩子，满了判定口径里的天数自动进来，来了自动出。没点名的班不算到齐，先看“今天到校”有没有没点的班。',
    en: 'Nobody. Whoever is away without leave for so many called days as the county has set comes here by itself, and leaves when back. A class that was not called is not all there: see first which were not.',
  },
  dropout: {
    zh: '现在一名也没有。这本台账由个案确认辍学后转入，本系统还没有启用个案，所以空着不等于没有辍学的学生。',
    en: 'Nobody. Children come here when a case has shown that they dropped out; cases are not in use here yet: an empty ledger does not say that there are none.',
  },
};

/** The ledgers in few letters, beside their numbers. */
export const ledgerShort: { readonly [L in Ledger]: Says } = {
  'school-age': { zh: '适龄儿童', en: 'School age' },
  suspected: { zh: '疑似辍学', en: 'Suspected' },
  dropout: { zh: '辍学', en: 'Dropouts' },
};

/** What a class of facts holds. */
export const classSays: { readonly [C in FieldClass]: Says } = {
  F1: { zh: '基本情况', en: 'Who and where' },
  F2: { zh: '监护人、电话、住址', en: 'Guardian, phone, address' },
  F3: { zh: '完整证件号、学籍号', en: 'Whole numbers' },
  F4: { zh: '民族、残疾等特殊情况', en: 'Ethnicity, disability and the like' },
};

/** Words of the ledgers. */
export const ledgerPageWords = defineWords({
  clause: {
    zh: '教基厅函〔2024〕15 号：适龄儿童、疑似辍学、辍学学生三本台账',
    en: 'Ministry letter 15 of 2024: the three ledgers',
  },
  elsewhere: {
    zh: (count: number) => `另有 ${count} 人点名算在您这里，现在归别处管，不在名单里`,
    en: (count: number) => `${count} more are counted in your roll and belong to another place today`,
  },
  ledgers: { zh: '三本台账', en: 'The three ledgers' },
  day: { zh: '统计日', en: 'Day' },
  area: { zh: '乡镇', en: 'Township' },
  school: { zh: '学校', en: 'School' },
  grade: { zh: '年级', en: 'Grade' },
  state: { zh: '就学状态', en: 'Standing' },
  only: { zh: '是否查清', en: 'Found out' },
  onlyOpen: { zh: '还没查清', en: 'not yet' },
  q: { zh: '姓名或拼音首字母', en: 'Name or initials' },
  place: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
  born: { zh: '出生年', en: 'Born' },
  home: { zh: '乡镇、村', en: 'Home' },
  schooling: { zh: '学校、班级', en: 'School and class' },
  since: { zh: '从哪天起', en: 'Since' },
  always: { zh: '一直', en: 'always' },
  seeOpen: { zh: '看还没查清的孩子', en: 'See whom nobody has found yet' },
  today: { zh: '今天', en: 'today' },
  people: { zh: (count: string) => `${count} 人`, en: (count: string) => count },
  peopleMore: { zh: (count: string) => `${count} 人以上`, en: (count: string) => `more than ${count}` },
});

/** Words of the dialogs by which a list leaves. */
export const leavingWords = defineWords({
  exportTitle: { zh: (what: string) => `导出 ${what}`, en: (what: string) => `Export: ${what}` },
  printTitle: { zh: (what: string) => `打印 ${what}`, en: (what: string) => `Print: ${what}` },
  rows: { zh: '名单', en: 'Children' },
  all: { zh: '整本台账', en: 'the whole ledger' },
  way: { zh: '怎么导出', en: 'How' },
  roster: { zh: '花名册，现在就下载', en: 'A roster, at once' },
  rosterSays: {
    zh: (rows: number) => `只有姓名、性别、乡镇村、学校班级和就学状态，最多 ${rows} 人。下载即登记，不用审批。`,
    en: (rows: number) =>
      `Names, sex, home, school and standing of at most ${rows} children. Noted in the register, approved by nobody.`,
  },
  rosterTooLong: {
    zh: (rows: number) => `现在的名单超过 ${rows} 人，先加条件缩小范围。`,
    en: (rows: number) => `This list is longer than ${rows}; narrow it first.`,
  },
  masked: { zh: '整本台账，号码打码', en: 'The whole ledger, numbers masked' },
  whole: { zh: '整本台账，带完整号码', en: 'The whole ledger, whole numbers' },
  maskedSays: {
    zh: '县里的台账格式。证件号、学籍号打码，不含特殊情况。',
    en: 'The layout of the county. Numbers are masked, special situations left out.',
  },
  wholeSays: {
    zh: '县里的台账格式，证件号、学籍号完整。只在对方确实要用号码核对时才选。',
    en: 'The layout of the county with whole numbers. Only where the receiver has to compare by number.',
  },
  next: { zh: '接下来', en: 'What happens then' },
  thenLeader: {
    zh: (hours: number, take: number) =>
      `局领导批准后生成文件（${hours} 小时内没批就作废），您取密码、下载一次，${take} 小时内有效。`,
    en: (hours: number, take: number) =>
      `The bureau’s leader decides within ${hours} hours; then you get a password and take the file once, within ${take} hours.`,
  },
  thenPrincipal: {
    zh: (hours: number, take: number) =>
      `本校校长或局领导批准后生成文件（${hours} 小时内没批就作废），您取密码、下载一次，${take} 小时内有效。`,
    en: (hours: number, take: number) =>
      `Your principal or the bureau’s leader decides within ${hours} hours; then you get a password and take the file once, within ${take} hours.`,
  },
  more: { zh: '还要带上', en: 'With' },
  moreHint: { zh: '不勾的，号码和电话打码，特殊情况整列不出现。', en: 'What is not ticked is masked or left out.' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeText: { zh: '具体做什么用', en: 'What for, in words' },
  purposeHint: { zh: '例：3 月向市局报送台账', en: 'For example: the March report to the city' },
  receiver: { zh: '交给谁', en: 'Given to' },
  receiverHint: { zh: '单位和人，例：市教育局基教科', en: 'Office and person' },
  takeRoster: { zh: '下载花名册', en: 'Take the roster' },
  ask: { zh: '提交申请', en: 'Ask' },
  asked: {
    zh: (number: string) => `已提交，编号 ${number}，等人批准`,
    en: (number: string) => `Asked: ${number}. Somebody has to approve it.`,
  },
  tookRoster: { zh: '花名册已下载，已记入数据出局登记', en: 'Taken, and noted in the register' },
  printPage: { zh: '登记并打印这一页', en: 'Note and print this page' },
  printSays: {
    zh: '打印眼前这一页。谁打的、做什么用会记入数据出局登记，纸上也会印上。',
    en: 'Prints the page in front of you. Who printed it and what for is noted, and stands on the paper.',
  },
  back: { zh: '回到台账', en: 'Back to the ledger' },
  again: { zh: '打印', en: 'Print' },
  paperOf: {
    zh: (number: string, unit: string, who: string, at: string) => `编号 ${number}　${unit} ${who} 打印于 ${at}`,
    en: (number: string, unit: string, who: string, at: string) => `${number}, printed by ${who}, ${unit}, ${at}`,
  },
  paperDay: {
    zh: (day: string, rows: number, total: string) => `统计日 ${day}，本页 ${rows} 人，共 ${total} 人`,
    en: (day: string, rows: number, total: string) => `${day}; ${rows} of ${total}`,
  },
  paperCare: {
    zh: '内含未成年人个人信息，只用于登记的用途，不得转发、公开；用完请交回或销毁。',
    en: 'Personal data of minors, for the recorded purpose only; not to be passed on; destroyed or given back after use.',
  },
});
