import { defineWords, type Says } from '../../../ui/shared/words';
import type { AnswerGroup, MetWith } from '../rules/answer';
import type { TaskState } from '../rules/task-states';
import type { Answerer, AskableFinding } from '../rules/units';

/** What was found of a child, said to whoever is asked: a question, and no verdict. */
export const findingSays: { readonly [F in AskableFinding]: Says } = {
  'not-enrolled': { zh: '户籍在本县，没查到学籍', en: 'registered here, no enrolment found' },
  'household-gone': { zh: '户籍标注迁出、注销或死亡', en: 'moved, cancelled or dead by the household register' },
  absent: { zh: '有学籍，不在班级名单上', en: 'enrolled, on no class list' },
  unregistered: { zh: '在班级名单上，没查到学籍', en: 'on a class list, no enrolment found' },
  'no-household': { zh: '有学籍，没查到本县户籍', en: 'enrolled, not in the household register' },
  'double-enrolment': { zh: '有两个学籍', en: 'enrolled twice' },
};

export const stateSays: { readonly [S in TaskState]: Says } = {
  open: { zh: '待核查', en: 'to be answered' },
  answered: { zh: '待核准', en: 'waits for the bureau' },
  accepted: { zh: '已核准', en: 'accepted' },
  'sent-back': { zh: '已退回', en: 'sent back' },
  recalled: { zh: '已收回', en: 'called back' },
};

/** The first question on the phone, in plain words. */
export const groupSays: { readonly [G in AnswerGroup]: Says } = {
  here: { zh: '本县上学', en: 'In school here' },
  elsewhere: { zh: '外地上学', en: 'In school elsewhere' },
  'not-schooled': { zh: '没在上学', en: 'In no school' },
  gone: { zh: '不住这里了', en: 'Not here any more' },
  finished: { zh: '已毕业离校', en: 'Finished' },
  nobody: { zh: '查无此人', en: 'No such person' },
  other: { zh: '其他', en: 'Something else' },
};

export const metSays: { readonly [M in MetWith]: Says } = {
  parent: { zh: '父母', en: 'a parent' },
  grandparent: { zh: '爷爷奶奶', en: 'a grandparent' },
  child: { zh: '本人', en: 'the child' },
  neighbour: { zh: '邻居', en: 'a neighbour' },
  teacher: { zh: '老师', en: 'a teacher' },
  nobody: { zh: '没人在', en: 'nobody' },
};

export const answererSays: { readonly [A in Answerer]: Says } = {
  school: { zh: '学校', en: 'school' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村（社区）', en: 'village' },
  bureau: { zh: '县局', en: 'bureau' },
};

/** Words about one question, for desktop and phone. */
export const taskWords = defineWords({
  title: { zh: '核查任务', en: 'Questions' },
  boy: { zh: '男', en: 'boy' },
  girl: { zh: '女', en: 'girl' },
  years: { zh: (age: number) => `${age} 岁`, en: (age: number) => `${age} years old` },
  asked: { zh: '要弄清：孩子现在在哪上学？', en: 'To be found out: where does the child learn now?' },
  why: { zh: '为什么问', en: 'Why it is asked' },
  note: { zh: '县局说明', en: 'The bureau says' },
  guardian: { zh: '监护人', en: 'Guardian' },
  place: { zh: '住在', en: 'Lives in' },
  school: { zh: '学校', en: 'School' },
  nothingKnown: { zh: '未填', en: 'not known' },
  sentBack: { zh: (reason: string) => `县局退回：${reason}`, en: (reason: string) => `Sent back by the bureau: ${reason}` },
  history: { zh: '填过的结果', en: 'What was answered' },
  proofs: { zh: '证明', en: 'Proofs' },
  noProofs: { zh: '没有证明', en: 'no proof' },
  met: { zh: '见到', en: 'met' },
  foundOn: { zh: (day: string) => `${day} 核查`, en: (day: string) => `found out ${day}` },
  accepted: { zh: '县局已核准', en: 'accepted by the bureau' },
  waits: { zh: '等县局核准', en: 'waits for the bureau' },
  until: { zh: (day: string) => `证明有效到 ${day}`, en: (day: string) => `proof holds until ${day}` },
  photo: { zh: '材料', en: 'Papers' },
  see: { zh: '查看', en: 'see' },
  clause: { zh: '方案 三（一）1 适龄儿童摸排、四（一）联控联保', en: 'plan 三(一)1, 四(一)' },
});
