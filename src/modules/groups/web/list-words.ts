import type { Says } from '../../../ui/shared/words';
import { defineWords } from '../../../ui/shared/words';
import type { ListFault } from '../list-contract';

/** Words of the page on which a list of civil affairs is taken in. */
export const listWords = defineWords({
  title: { zh: '导入民政名单', en: 'Take in a list of civil affairs' },
  help: {
    zh: '民政部门的孤儿、事实无人抚养、困境、留守儿童名单，按身份证号对上系统里的孩子，看过以后一次标记。名单文件不保存。',
    en: 'A list of civil affairs is put beside the children here by ID number, looked at, and marked at once. The file is not kept.',
  },
  choose: { zh: '选文件', en: 'Choose a file' },
  look: { zh: '核对', en: 'Look' },
  done: { zh: '完成', en: 'Done' },
  group: { zh: '这是哪一类的名单', en: 'What the list is of' },
  groupHint: {
    zh: '表里有“类别”列的，按那一列；没有写的按这里选的。',
    en: 'A column 类别 goes before it; lines without a word there are of this group.',
  },
  kinds: {
    zh: '.xlsx、.xls、.csv 都行，表头要有“姓名”和“身份证号”。',
    en: '.xlsx, .xls or .csv, with the headers 姓名 and 身份证号.',
  },
  chooseFile: { zh: '选择名单文件', en: 'Choose the list' },
  reading: { zh: '正在读…', en: 'Reading…' },
  again: { zh: '换一个文件', en: 'Another file' },
  file: {
    zh: (file: string, found: number, faults: number) => `${file}：对上 ${found} 人，${faults} 行没有对上`,
    en: (file: string, found: number, faults: number) => `${file}: ${found} found, ${faults} lines not`,
  },
  faults: { zh: '没有对上的行，不会标记', en: 'Lines that mark nobody' },
  row: { zh: '行号', en: 'Row' },
  name: { zh: '姓名', en: 'Name' },
  why: { zh: '为什么', en: 'Why' },
  more: {
    zh: (count: number) => `还有 ${count} 行，先改好这些再导入。`,
    en: (count: number) => `${count} more; mend these first.`,
  },
  found: { zh: '对上的孩子', en: 'Children found' },
  school: { zh: '学校', en: 'School' },
  kind: { zh: '类别', en: 'Group' },
  runs: { zh: '已有标记，续期', en: 'Has the mark; renewed' },
  fresh: { zh: '新标记', en: 'New' },
  what: { zh: '怎么办', en: 'What happens' },
  document: { zh: '材料', en: 'Document' },
  documentHint: { zh: '例如“县民政局 2025 年 3 月困境儿童名单”。', en: 'Office and date of the list.' },
  until: { zh: '到哪天', en: 'Until' },
  untilHint: { zh: '从今天起，最长一年，到期再核实。', en: 'From today, a year at most; then it is looked at again.' },
  save: { zh: (count: number) => `标记 ${count} 人次`, en: (count: number) => `Make ${count} marks` },
  none: { zh: '没有可以标记的', en: 'Nobody to mark' },
  ready: { zh: (count: number) => `已标记 ${count} 人次`, en: (count: number) => `${count} marks made` },
  renewed: { zh: (count: number) => `其中 ${count} 人次是续期。`, en: (count: number) => `${count} of them were renewed.` },
  toGroups: { zh: '看重点人群', en: 'See the groups' },
});

/** Why a line of a list marks nobody, and what to do about it. */
export const faultWords: { readonly [F in ListFault]: Says } = {
  'no-name': { zh: '没有姓名', en: 'no name' },
  'no-number': { zh: '没有身份证号', en: 'no ID number' },
  'bad-number': { zh: '身份证号不对，请和民政核对', en: 'the ID number cannot be right' },
  'other-group': { zh: '类别不是孤儿、事实无人抚养、困境、留守', en: 'another group' },
  twice: { zh: '和上面一行重复', en: 'the same as a line above' },
  nobody: { zh: '您负责的孩子里没有这个身份证号', en: 'no child of your places has this number' },
  several: { zh: '这个身份证号有两份档案，先合并', en: 'two records have this number; merge them first' },
  'other-name': { zh: '身份证号是别的姓名，请和民政核对', en: 'the number belongs to another name' },
};
