import { defineWords, type Language } from '../../../ui/shared/words';

/** 行政区划: the list, the place beside it, what is done to it. */
export const areaWords = defineWords({
  title: { zh: '行政区划', en: 'Townships and villages' },
  help: {
    zh: '学生住在哪里、谁来核实，都按这里的乡镇和村算。改名、撤销都从某一天起算，以前的仍能查到。',
    en: 'Where a child lives and who is asked about it follow these places. Changes hold from a day on; what was before can still be seen.',
  },
  clause: {
    zh: '国家统计局《统计用区划代码和城乡划分代码编制规则》',
    en: 'National Bureau of Statistics: rules for the codes of places',
  },
  list: { zh: '乡镇和村名单', en: 'List of townships and villages' },
  count: {
    zh: (townships: number, villages: number) => `${townships} 个乡镇（街道），${villages} 个村（社区）`,
    en: (townships: number, villages: number) => `${townships} townships, ${villages} villages`,
  },
  countOn: { zh: (day: string) => `${day} 的区划：`, en: (day: string) => `As of ${day}: ` },
  none: { zh: '还没有行政区划。请导入本县的区划表。', en: 'There are no places yet. Import the table of the county.' },
  noneMine: { zh: '还没有行政区划，由县教育局导入。', en: 'There are no places yet; the bureau imports them.' },
  q: { zh: '名称、拼音或代码', en: 'Name, pinyin or code' },
  township: { zh: '乡镇（街道）', en: 'Township' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '类型', en: 'Kind' },
  code: { zh: '区划代码', en: 'Code' },
  belongs: { zh: '所属乡镇', en: 'Township' },
  villages: { zh: '村（社区）', en: 'Villages' },
  villagesOf: { zh: (name: string) => `${name}的村（社区）`, en: (name: string) => `Villages of ${name}` },
  noVillages: { zh: '下面没有村（社区）。', en: 'There are no villages below it.' },
  since: { zh: '从哪天起', en: 'Since' },
  otherNames: { zh: '别名、曾用名', en: 'Other names' },
  otherNamesHint: { zh: '名册里的其他写法，一个一个回车。', en: 'How registers also write it; Enter after each.' },
  successor: { zh: '由谁接续', en: 'Taken over by' },
  successorHint: { zh: '并到哪里就选哪里；没有就不选。', en: 'The place it became part of; leave empty where there is none.' },
  history: { zh: '名称沿革', en: 'Names it has had' },
  why: { zh: '理由', en: 'Reason' },
  download: { zh: '下载区划表', en: 'Download the table' },
  import: { zh: '导入区划表', en: 'Import a table' },
  add: { zh: '新增区划', en: 'Add a place' },
  addBelow: { zh: '新增村（社区）', en: 'Add a village' },
  addThis: { zh: '新增', en: 'Add' },
  addCodeHint: {
    zh: '乡镇 9 位，村 12 位；村的前 9 位是乡镇代码。用过的代码不能再用。',
    en: '9 digits for a township, 12 for a village, the first 9 of which are its township. A code is used once only.',
  },
  addFrom: { zh: '从哪天起有', en: 'From' },
  added: { zh: (name: string) => `已新增${name}。`, en: (name: string) => `${name} was added.` },
  rename: { zh: '改名', en: 'Rename' },
  renameTitle: { zh: (name: string) => `${name} 改名`, en: (name: string) => `Rename ${name}` },
  renameFrom: { zh: '新名称从哪天起', en: 'The new name holds from' },
  save: { zh: '保存修改', en: 'Save the change' },
  renamed: {
    zh: (from: string, to: string) => `${from}已改为${to}。`,
    en: (from: string, to: string) => `${from} is ${to} now.`,
  },
  respelled: { zh: (name: string) => `已修改${name}的别名。`, en: (name: string) => `The other names of ${name} were changed.` },
  undoReason: { zh: '撤销刚才的修改', en: 'Undo of the change just made' },
  close: { zh: '撤销', en: 'Close' },
  closeTitle: { zh: (name: string) => `撤销 ${name}`, en: (name: string) => `Close ${name}` },
  closeEffect: {
    zh: '最后一天以后它不再出现在名单里，代码不能再用，也不能恢复。',
    en: 'After its last day it leaves the list; its code cannot be used again, and this cannot be taken back.',
  },
  closeThis: { zh: '撤销这个区划', en: 'Close this place' },
  closed: { zh: (name: string) => `已撤销${name}。`, en: (name: string) => `${name} was closed.` },
});

/** Reasons that come up again and again; recorded as they stand here. */
export const areaReasons: Readonly<Record<'add' | 'rename' | 'close', Readonly<Record<Language, readonly string[]>>>> = {
  add: { zh: ['上级批复新设', '补录漏登的'], en: ['Approved from above', 'Left out before'] },
  rename: { zh: ['上级批复更名', '更正录入错误'], en: ['Renamed from above', 'Correction'] },
  close: { zh: ['上级批复撤并', '并入其他村（社区）'], en: ['Closed from above', 'Joined with another'] },
};

/** 导入区划表. */
export const areaImportWords = defineWords({
  title: { zh: '导入区划表', en: 'Import a table of places' },
  help: {
    zh: '表里写全县现在的全部乡镇和村。系统先比对，您看过再导入；有一处问题就都不导入。',
    en: 'The table names every township and village of the county. It is compared first and imported when you have looked; with one problem nothing is.',
  },
  choose: { zh: '选文件', en: 'Choose a file' },
  look: { zh: '看变化', en: 'See what changes' },
  done: { zh: '完成', en: 'Done' },
  chooseFile: { zh: '选择区划表', en: 'Choose the table' },
  reading: { zh: '正在读……', en: 'Reading…' },
  template: { zh: '下载模板', en: 'Download the template' },
  kinds: {
    zh: '.xlsx、.xls 或 .csv，要有“区划代码”和“名称”两列。也可先下载现在的区划表，改好再选。',
    en: '.xlsx, .xls or .csv with the columns 区划代码 and 名称. Or download the table as it is, change it and choose it here.',
  },
  paste: {
    zh: '也可以从表格里连表头一起复制，贴到这里',
    en: 'Or copy the rows with their header from a spreadsheet and paste them here',
  },
  look1: { zh: '看这些行的变化', en: 'See what these rows change' },
  lookAgain: { zh: '重新比对', en: 'Compare again' },
  again: { zh: '换一份表', en: 'Another table' },
  problems: { zh: (count: number) => `${count} 处要改`, en: (count: number) => `${count} problems` },
  problemsWhy: {
    zh: '没有导入：漏掉一行会被当成撤销，所以全部改好才能导入。改好后重新选择。',
    en: 'Nothing is imported: a row left out would look like a place that is gone. Mend all of them and choose the table again.',
  },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  value: { zh: '原来写的', en: 'As written' },
  wholeTable: { zh: '整张表', en: 'Whole table' },
  says: { zh: '问题', en: 'Problem' },
  more: { zh: (count: number) => `另有 ${count} 处没有列出。`, en: (count: number) => `${count} more are not listed.` },
  added: { zh: '新增', en: 'New' },
  renamed: { zh: '改名', en: 'Renamed' },
  respelled: { zh: '只改别名', en: 'Other names only' },
  moved: { zh: '改了所属', en: 'Moved' },
  closed: { zh: '撤销', en: 'Ended' },
  reused: { zh: '代码用过', en: 'Code used before' },
  reusedWhy: {
    zh: (count: number) => `不能导入：有 ${count} 个代码以前撤销过，不能再用。请核对代码，改好后重新选择。`,
    en: (count: number) =>
      `Cannot be imported: ${count} codes were closed before and cannot come back. Check the codes and choose the table again.`,
  },
  unchanged: { zh: '不变', en: 'Unchanged' },
  nothing: { zh: '和现在的区划一样，没有要导入的。', en: 'The same as the places now; there is nothing to import.' },
  change: { zh: '变化', en: 'Change' },
  code: { zh: '区划代码', en: 'Code' },
  place: { zh: '区划', en: 'Place' },
  becomes: { zh: (from: string, to: string) => `${from} → ${to}`, en: (from: string, to: string) => `${from} → ${to}` },
  from: { zh: '变化从哪天起', en: 'The changes hold from' },
  manyClosed: {
    zh: (count: number) => `会撤销 ${count} 个区划，撤销的代码不能恢复。表里是不是漏了行？`,
    en: (count: number) => `${count} places would end, and their codes cannot come back. Does the table lack rows?`,
  },
  run: { zh: (count: number) => `导入 ${count} 处变化`, en: (count: number) => `Import ${count} changes` },
  ready: { zh: '区划表已导入。', en: 'The table was imported.' },
  result: {
    zh: (added: number, renamed: number, moved: number, closed: number, unchanged: number) =>
      `新增 ${added} 个，改名 ${renamed} 个，改了所属 ${moved} 个，撤销 ${closed} 个，不变 ${unchanged} 个。`,
    en: (added: number, renamed: number, moved: number, closed: number, unchanged: number) =>
      `${added} added, ${renamed} renamed, ${moved} moved, ${closed} ended, ${unchanged} unchanged.`,
  },
  seeList: { zh: '看行政区划', en: 'See the places' },
});

/** Reasons for an import. */
export const importReasons: Readonly<Record<Language, readonly string[]>> = {
  zh: ['按国家统计局最新代码更新', '上级批复区划调整'],
  en: ['New codes of the statistics bureau', 'Boundaries changed from above'],
};
