import type { GuardCode } from './rules/guards';
import type { Words } from './words';

/** What is said of each guard: what was seen, why it matters, what to do now. */
export const guardWords = {
  'wrong-kind': {
    zh: '“{file}”有{columns}列，看起来是{looksZh}，不是{kindZh}，不能这样导入。请改按“{looksZh}”导入，或换正确的文件。',
    en: '"{file}" has {columns} and looks like the {looksEn}, not the {kindEn}, so it cannot be imported. Import it as "{looksEn}", or choose the right file.',
  },
  'kind-unclear': {
    zh: '“{file}”的列太少，看不出是不是{kindZh}（{kindZh}一般有{knownBy}等列）。请确认没有选错文件；没有选错，请说明原因后继续。',
    en: '"{file}" has too few columns to tell whether it is the {kindEn} (that has {knownBy} and the like). Make sure it is the right file; if it is, say why and go on.',
  },
  'missing-column': {
    zh: '“{file}”没有认出“{columnZh}”一列，缺了它{needZh}。请在“认列”里指出是哪一列，或补上后重新上传。',
    en: '"{file}" has no column known as {columnEn}; without it {needEn}. Say which column it is, or add it and upload again.',
  },
  'last-year': {
    zh: '这份名册像是 {years} 年前的：{howZh}。请确认是不是拿错了去年的名册；确实是今年的，请说明原因后继续。',
    en: 'This list looks {years} year(s) old: {howEn}. Make sure it is not last year’s; if it is this year’s, say why and go on.',
  },
  'older-than-current': {
    zh: '这份名册的日期是 {asOf}，比现在使用的（{current}）还早。请换新的名册；确实要用旧的，请说明原因后继续。',
    en: 'This list is of {asOf}, older than the one in use ({current}). Choose a newer one, or say why the older should count.',
  },
  'other-county': {
    zh: '有 {rows} 行（{percent}%）不属于本县{regionZh}。请确认没有拿错文件；确实是本县的名册，请说明原因后继续。',
    en: '{rows} rows ({percent} %) are not of this county{regionEn}. Make sure it is the right file, or say why it should count.',
  },
  'many-gone': {
    zh: '现在的 {before} 名儿童里有 {gone} 名（{percent}%）不在这份名册里，导入后会被移出。只是一部分名册的话，请选“补充”；确实都要移出，请说明原因后继续。',
    en: '{gone} of the {before} children in the list of today ({percent} %) are not in this one and would be taken out. If it is only a part, choose "add"; otherwise say why.',
  },
  'files-overlap': {
    zh: '有 {rows} 行在几个文件里重复出现、内容相同，只算一次。',
    en: '{rows} rows stand alike in several files and count once.',
  },
  'files-differ': {
    zh: '有 {rows} 名儿童在几个文件里都有，但内容不一样，会各保留一行。请先核对哪一份对；都要保留，请说明原因后继续。',
    en: '{rows} children stand in several files with different contents; each row would be kept. Check which is right, or say why both.',
  },
  'repeated-rows': {
    zh: '有 {rows} 行与同一份名册里的另一行完全相同，只算一次。',
    en: '{rows} rows are exactly like another row of the list and count once.',
  },
  'other-school': {
    zh: '有 {rows} 行写的是别的学校（如“{school}”），您只能导入本校的名册。请删去这些行，或请县教育局导入。',
    en: '{rows} rows name another school (such as "{school}"); you may import your own school only. Delete them, or ask the bureau.',
  },
  'nothing-new': {
    zh: '和现在使用的名册完全一样：新增 0 行，{unchanged} 行不变，不需要再导入。',
    en: 'Exactly the list in use: 0 new, {unchanged} unchanged. There is nothing to import.',
  },
  'file-known': {
    zh: '“{file}”已经上传过（{day}），内容完全相同。',
    en: '"{file}" was uploaded before ({day}), with the same content.',
  },
  'mends-nothing': {
    zh: '这是“问题行”表（{rows} 行），但它对应的批次没有在使用。请先导入原来的名册，再把改好的问题行拖回来。',
    en: 'This is a workbook of {rows} bad rows, but the batch they belong to is not in use. Import that list first, then bring the mended rows.',
  },
  'columns-unknown': {
    zh: '有 {columns} 列不认识，会原样保存、不参加比对。需要的话请在“认列”里指出。',
    en: '{columns} columns are unknown; they are kept as they are and not compared. Say what they are if they are needed.',
  },
} as const satisfies Record<GuardCode, Words>;

/** Where a list may be meant all the same. */
export const otherKindWords: Words = {
  zh: '“{file}”有{columns}列，看起来是{looksZh}，不是{kindZh}。请改按“{looksZh}”导入；确实是{kindZh}，请说明原因后继续。',
  en: '"{file}" has {columns} and looks like the {looksEn}, not the {kindEn}. Import it as "{looksEn}"; if it is the {kindEn}, say why and go on.',
};

/** Where hardly anybody is of this county no reason helps. */
export const foreignListWords: Words = {
  zh: '有 {rows} 行（{percent}%）不属于本县{regionZh}，多半拿错了文件，不能导入。请换本县的名册。',
  en: '{rows} rows ({percent} %) are not of this county{regionEn}: most likely the wrong file, so it cannot be imported. Choose the list of this county.',
};

/** How it shows that a list is an old one. */
export const shiftWords = {
  grades: {
    zh: '{rows} 名学生里 {percent}% 的年龄比年级大了 {years} 岁',
    en: '{percent} % of {rows} pupils are {years} year(s) older than their grade',
  },
  'entry-years': { zh: '最新的班级是 {years} 年前入学的', en: 'its newest classes entered {years} year(s) too early' },
  ages: {
    zh: '没有今年刚满 6 周岁的儿童，却有已经超龄的一整届',
    en: 'nobody who has just turned six, and a whole year who are too old',
  },
} as const satisfies Record<string, Words>;

/** What cannot be done without a column. */
export const needWords = {
  name: { zh: '分不清是谁', en: 'nobody can be told apart' },
  idNumber: { zh: '不能判断年龄和身份', en: 'age and person are unknown' },
  disabilityCard: { zh: '不能核对残疾人证', en: 'the certificate cannot be checked' },
  township: { zh: '不能分到乡镇和村', en: 'no child can be placed in a village' },
  school: { zh: '不能分到学校', en: 'no child can be placed in a school' },
} as const satisfies Record<string, Words>;
