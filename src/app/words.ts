export type Lang = 'zh' | 'en';

/** Everything the command says, besides what the sheets themselves are refused for; `{…}` is filled in where it is said. */
const words = {
  noCommand: {
    zh: '不认识命令“{name}”，请用 nol --help 查看有哪些命令。',
    en: 'Unknown command "{name}"; nol --help lists the commands.',
  },
  unknownOption: {
    zh: '不认识选项“{name}”，请用 nol {command} --help 查看可用的选项。',
    en: 'Unknown option "{name}"; nol {command} --help lists the options.',
  },
  needsValue: {
    zh: '选项“{name}”的值不对，请用 nol {command} --help 查看怎样写。',
    en: 'Option "{name}" has a wrong value; nol {command} --help shows how to write it.',
  },
  strayFile: {
    zh: '“{name}”前面缺少选项，请说明它是什么，例如 --household {name}。',
    en: 'Say what "{name}" is with an option in front of it, for example --household {name}.',
  },
  wrongLang: { zh: '--lang 只能是 zh 或 en，请改正后重试。', en: '--lang is zh or en; please correct it.' },
  noAsOf: {
    zh: '请用 --as-of 写明统计日，例如 --as-of 2025-03-01。',
    en: 'Say the day with --as-of, for example --as-of 2025-03-01.',
  },
  wrongAsOf: {
    zh: '统计日“{name}”不是一个真实的日期，请写成 2025-03-01 这样的形式。',
    en: '"{name}" is no real day; write it like 2025-03-01.',
  },
  noRegister: {
    zh: '缺少{register}名册，请用 --{name} 给出文件。',
    en: 'The {register} register is missing; give it with --{name}.',
  },
  noNumber: {
    zh: '--{name} 应当是大于 0 的整数，请改正后重试。',
    en: '--{name} is a whole number above 0; please correct it.',
  },
  noFormat: { zh: '--format 只能是 xlsx 或 csv，请改正后重试。', en: '--format is xlsx or csv; please correct it.' },
  sameFile: {
    zh: '文件“{name}”给了两次，请去掉重复的一个，或换成另一份名册。',
    en: 'The file "{name}" is given twice; leave one out.',
  },
  outputIsInput: {
    zh: '输出文件“{name}”就是输入的名册，为免覆盖没有运行，请换一个输出文件名。',
    en: 'The output "{name}" is an input file; choose another name.',
  },
  sameOutput: {
    zh: '--out 和 --json 是同一个文件，请改用两个文件名。',
    en: '--out and --json are the same file; choose two names.',
  },
  noFolder: {
    zh: '输出文件夹“{name}”不存在，请先建好文件夹，或换一个位置。',
    en: 'The output folder "{name}" is not there; make it, or choose another place.',
  },
  outputIsFolder: {
    zh: '“{name}”是一个文件夹，请在后面写上结果的文件名。',
    en: '"{name}" is a folder; add a file name.',
  },
  notXlsx: {
    zh: '--out 写的是 Excel 工作簿，文件名请以 .xlsx 结尾。',
    en: '--out writes an Excel workbook; let its name end in .xlsx.',
  },
  interrupted: { zh: '已中止，没有写出任何结果。', en: 'Stopped; nothing was written.' },
  starting: { zh: '正在启动……', en: 'Starting …' },
  demoRegisters: { zh: '第一次启动，正在生成演示县（人物、学校均为虚构）……', en: 'First start: making up a demo county …' },
  demoImport: { zh: '正在导入五份演示名册……', en: 'Importing its five registers …' },
  demoSettle: { zh: '正在比对，并给每个孩子点名……', en: 'Comparing them and calling the roll …' },
  demoRolls: { zh: '正在装入本学期的点名……', en: 'Bringing the rolls of this term …' },
  demoOlderDone: { zh: '上学期的点名已装入。', en: 'The rolls of the term before are there.' },
  serving: {
    zh: '已启动，请用浏览器打开：{name}  （按 Ctrl-C 停止）',
    en: 'Ready; open in a browser: {name}  (Ctrl-C stops it)',
  },
  setup: {
    zh: '还没有人能登录。请在 24 小时内打开 {name} ，输入安装口令 {secret} ，设立三位管理员和局领导。口令只显示这一次。',
    en: 'Nobody can sign in yet. Within 24 hours open {name} and enter the setup secret {secret} to appoint the three administrators and the leader of the bureau. It is shown this once.',
  },
  stopping: { zh: '正在停止……', en: 'Stopping …' },
  passphrase: {
    zh: '备份口令（至少 15 个字符，输入时不显示）：',
    en: 'Passphrase of the backup (at least 15 characters, not shown): ',
  },
  noPassphrase: {
    zh: '没有备份口令：请设环境变量 NOL_BACKUP_PASSPHRASE，或在终端里运行。',
    en: 'No passphrase: set NOL_BACKUP_PASSPHRASE, or run this in a terminal.',
  },
  noOut: {
    zh: '请用 --out 写明备份文件，例如 --out 备份.nolbak。',
    en: 'Say the file with --out, for example --out county.nolbak.',
  },
  noFrom: { zh: '请用 --from 写明备份文件。', en: 'Say the file of the backup with --from.' },
  backupDone: {
    zh: '已备份到：{name}。请把它和口令分开保管，最好放到另一台机器上。',
    en: 'Backed up to {name}. Keep it and the passphrase apart, best on another machine.',
  },
  restoreDone: {
    zh: '已恢复{county} {day} 的备份到：{name}。可以用 nol start 启动。',
    en: 'The backup of {county} of {day} is restored to {name}. Start with nol start.',
  },
  resetDone: {
    zh: '演示数据已清除（{name}）。下次 npm start 会重新生成。',
    en: 'The demo data is removed ({name}); npm start makes it anew.',
  },
  resetReal: {
    zh: '没有清除：{name} 里是正式数据，不是演示县。',
    en: 'Not removed: {name} holds the data of a real county, not of the demo.',
  },
  resetForeign: {
    zh: '没有清除：设了 DATABASE_URL，请自己清空那个数据库和数据目录。',
    en: 'Not removed: DATABASE_URL is set; empty that database and the data folder yourself.',
  },
  noCounty: {
    zh: '这个数据目录里还没有县，请先运行 nol start 建好。',
    en: 'There is no county in this data folder yet; run nol start first.',
  },
  migrated: { zh: '数据库结构已是最新。', en: 'The schema is up to date.' },
  reading: { zh: '读取 {parts}', en: 'reading {parts}' },
  readingPart: { zh: '{register} {rows} 行', en: '{register} {rows} rows' },
  comparing: { zh: '比对 {register}', en: 'comparing {register}' },
  writing: { zh: '写出 {name}', en: 'writing {name}' },
  making: { zh: '生成演示名册（{count} 名儿童）', en: 'making the demo registers ({count} children)' },
  demoDone: {
    zh: '演示名册（人物、学校均为虚构）在：{name}',
    en: 'Demo registers (people and schools are made up): {name}',
  },
  day: {
    zh: '统计日 {asOf}，{schoolYear} 学年，适龄为 {from} 至 {to} 出生',
    en: 'As of {asOf}, school year {schoolYear}; of school age: born {from} to {to}',
  },
  household: {
    zh: '户籍 {rows} 行：已入学 {enrolled}，未入学 {notEnrolled}，待核实 {review}；不在适龄 {outOfAge}，无法辨认 {invalid}',
    en: 'Household {rows} rows: enrolled {enrolled}, not enrolled {notEnrolled}, for review {review}; not of school age {outOfAge}, invalid {invalid}',
  },
  enrolment: {
    zh: '学籍 {rows} 行：对上户籍 {matched}，不在户籍名册 {noHousehold}，待核实 {review}；重复学籍 {groups} 组',
    en: 'Enrolment {rows} rows: matched {matched}, no household row {noHousehold}, for review {review}; enrolled twice {groups}',
  },
  attending: {
    zh: '在校 {rows} 行：在籍不在校 {absent}，在校无籍 {noMatch}，待核实 {review}',
    en: 'Attending {rows} rows: enrolled but absent {absent}, there but not enrolled {noMatch}, for review {review}',
  },
  poverty: {
    zh: '脱贫户 {rows} 行：其中未入学 {notEnrolled}，在籍不在校 {absent}',
    en: 'Poverty {rows} rows: not enrolled {notEnrolled}, enrolled but absent {absent}',
  },
  disability: {
    zh: '残疾人 {rows} 行：特教学校 {specialSchool}，随班就读 {inclusive}，送教上门 {homeTeaching}，普通在籍 {ordinary}，未入学 {missing}，待核实 {review}',
    en: 'Disability {rows} rows: special school {specialSchool}, inclusive class {inclusive}, home teaching {homeTeaching}, ordinary {ordinary}, not enrolled {missing}, for review {review}',
  },
  problems: { zh: '数据问题 {count} 条', en: '{count} problems in the data' },
  notice: { zh: '注意：“{name}”：{message}', en: 'Note on “{name}”: {message}' },
  workbook: { zh: '结果工作簿：{name}', en: 'Workbook: {name}' },
  json: { zh: '结果数据：{name}', en: 'Data: {name}' },
  nothingWritten: {
    zh: '没有写出文件。要得到名单和依据，请加 --out 结果.xlsx 或 --json 结果.json。',
    en: 'No file was written. For the lists and their evidence add --out result.xlsx or --json result.json.',
  },
} as const;

export type Phrase = keyof typeof words;
export type Facts = Readonly<Record<string, string | number>>;

/** A sentence of a command in both languages. */
export type Sentence = { readonly [L in Lang]: string };

/** One sentence in the reader's language, by its name or as it is; numbers get their thousands. */
export function say(lang: Lang, phrase: Phrase | Sentence, facts: Facts = {}): string {
  const sentence = typeof phrase === 'string' ? words[phrase] : phrase;
  return sentence[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name] ?? '';
    return typeof fact === 'number' ? thousands.format(fact) : fact;
  });
}
const thousands = new Intl.NumberFormat('en-US');
