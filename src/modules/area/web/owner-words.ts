import { defineWords, type Language } from '../../../ui/shared/words';
import type { GridKind } from '../rules/grid-owner';

/** 责任人: who answers for which grid. */
export const ownerWords = defineWords({
  title: { zh: '责任人', en: 'Who answers for what' },
  help: {
    zh: '每个乡镇、村、学校、班级每天都有一个人负责。换人时定下新人从哪天起，前一位到前一天为止。',
    en: 'Each township, village, school and class has one person who answers for it on each day. Naming the next ends the one before.',
  },
  clause: { zh: '县方案 三（一）2：以班级为最小网格单元', en: 'County plan 3(1)2: the class is the smallest grid' },
  list: { zh: '网格和责任人', en: 'Grids and who answers for them' },
  none: { zh: '您负责的范围里还没有网格。', en: 'There are no grids in what you are responsible for yet.' },
  gaps: { zh: (count: number) => `${count} 个没有责任人`, en: (count: number) => `${count} without anybody` },
  overlaps: { zh: (count: number) => `${count} 个不止一人`, en: (count: number) => `${count} with several` },
  noProblems: { zh: '都有一个责任人', en: 'All have one person' },
  onDay: { zh: (day: string) => `${day}：`, en: (day: string) => `${day}: ` },
  q: { zh: '网格或责任人', en: 'Grid or person' },
  grid: { zh: '网格', en: 'Grid' },
  kind: { zh: '类型', en: 'Kind' },
  only: { zh: '看问题', en: 'Problems' },
  owner: { zh: '责任人', en: 'Who answers' },
  duty: { zh: '职务', en: 'Duty' },
  since: { zh: '从哪天起', en: 'Since' },
  nowOn: { zh: '今天', en: 'today' },
  now: { zh: '今天', en: 'Today' },
  history: { zh: '历任责任人', en: 'Everybody who has answered for it' },
  noHistory: { zh: '还没有指定过责任人。', en: 'Nobody has been named yet.' },
  problems: { zh: '哪些天不对', en: 'Days that are not in order' },
  days: {
    zh: (from: string, until: string) => `${from} 至 ${until}`,
    en: (from: string, until: string) => `${from} to ${until}`,
  },
  name: { zh: '指定责任人', en: 'Name somebody' },
  nameTitle: { zh: (grid: string) => `${grid}：指定责任人`, en: (grid: string) => `${grid}: name who answers` },
  nameEffect: {
    zh: (name: string) => `现在是${name}，到新责任人开始的前一天为止。`,
    en: (name: string) => `It is ${name} now, until the day before the next begins.`,
  },
  person: { zh: '姓名', en: 'Name' },
  from: { zh: '从哪天起', en: 'From' },
  until: { zh: '到哪天止', en: 'Until' },
  untilHint: { zh: '不填就是一直负责。', en: 'Leave empty for without an end.' },
  nameThis: { zh: '指定', en: 'Name' },
  named: {
    zh: (name: string, day: string) => `${day} 起由${name}负责。`,
    en: (name: string, day: string) => `${name} answers for it from ${day}.`,
  },
  change: { zh: '更正', en: 'Correct' },
  changeTitle: { zh: (name: string) => `更正 ${name}`, en: (name: string) => `Correct ${name}` },
  changeHint: { zh: '只改录错的；换人请用“指定责任人”。', en: 'For mistakes only; for a change of person name somebody.' },
  save: { zh: '保存更正', en: 'Save the correction' },
  changed: { zh: (name: string) => `已更正${name}。`, en: (name: string) => `${name} was corrected.` },
  end: { zh: '结束', en: 'End' },
  endTitle: { zh: (name: string) => `${name} 不再负责`, en: (name: string) => `${name} no longer answers` },
  endEffect: {
    zh: '最后一天以后，没有指定新的责任人以前，这个网格就没有人负责。',
    en: 'After the last day nobody answers for this grid until somebody is named.',
  },
  endLast: { zh: '最后一天', en: 'Last day' },
  endThis: { zh: '定下最后一天', en: 'Set the last day' },
  ended: {
    zh: (name: string, day: string) => `${name}负责到 ${day}。`,
    en: (name: string, day: string) => `${name} answers for it until ${day}.`,
  },
  undoReason: { zh: '撤销刚才的修改', en: 'Undo of the change just made' },
});

/** What people who answer for a grid are usually called. */
export const usualDuties: Readonly<Record<GridKind, Readonly<Record<Language, readonly string[]>>>> = {
  township: { zh: ['包乡干部', '分管副乡镇长', '教育助理'], en: ['Township officer', 'Deputy head', 'Education officer'] },
  village: { zh: ['包村干部', '村主任', '网格员'], en: ['Village officer', 'Village head', 'Grid officer'] },
  school: { zh: ['校长', '学校专干'], en: ['Principal', 'Registrar'] },
  class: { zh: ['班主任'], en: ['Class teacher'] },
};

/** Reasons that come up again and again; recorded as they stand here. */
export const ownerReasons: Readonly<Record<'name' | 'change' | 'end', Readonly<Record<Language, readonly string[]>>>> = {
  name: { zh: ['岗位调整', '新学期分工'], en: ['Change of post', 'New term'] },
  change: { zh: ['更正录入错误'], en: ['Correction'] },
  end: { zh: ['调离', '退休', '岗位调整'], en: ['Left', 'Retired', 'Change of post'] },
};
