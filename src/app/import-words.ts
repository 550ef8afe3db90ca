/** What `nol import` says; the sentences about the list itself are those of the pages. */
export const importWords = {
  noKind: {
    zh: '请用 --kind 写明是哪一种名册：{kinds}。',
    en: 'Say with --kind which list it is: {kinds}.',
  },
  noFiles: { zh: '请用 --file 给出名册文件，可以给多个。', en: 'Give the file of the list with --file; there may be several.' },
  wrongDay: {
    zh: '--as-of 要写成 2025-03-01 这样的日期，不能晚于今天，请改正后重试。',
    en: '--as-of is a day like 2025-03-01 and not after today; please correct it.',
  },
  noFile: { zh: '没有文件“{name}”，请核对后重试。', en: 'There is no file "{name}"; check it and try again.' },
  noUnit: {
    zh: '没有叫“{name}”的学校，请写学校标识码或学校全称。',
    en: 'There is no school "{name}"; write its code or its full name.',
  },
  head: {
    zh: '{kind}名册 · {unit} · 截至 {asOf} · {files} 个文件',
    en: '{kind} register · {unit} · as of {asOf} · {files} file(s)',
  },
  rows: {
    zh: '读到 {rows} 行：可以导入 {good}，要改 {errors}，提醒 {notices}',
    en: '{rows} rows read: {good} good, {errors} to mend, {notices} to look at',
  },
  mend: { zh: '  要改 {column}：{says}（{count} 处：{places}）', en: '  to mend, {column}: {says} ({count} places: {places})' },
  look: {
    zh: '  提醒 {column}：{says}（{count} 处：{places}）',
    en: '  to look at, {column}: {says} ({count} places: {places})',
  },
  wholeRow: { zh: '整行', en: 'whole row' },
  place: { zh: '{file} 第 {row} 行', en: '{file} row {row}' },
  more: { zh: ' 等', en: ' and more' },
  effect: {
    zh: '导入后：{before} 行变为 {after} 行；新增 {fresh}，更新 {changed}，不变 {unchanged}，移出 {gone}',
    en: 'Afterwards: {before} rows become {after}; {fresh} new, {changed} changed, {unchanged} unchanged, {gone} taken out',
  },
  stop: { zh: '不能导入：{says}', en: 'Cannot be imported: {says}' },
  ask: { zh: '请先确认：{says}', en: 'Make sure: {says}' },
  tell: { zh: '请知道：{says}', en: 'Good to know: {says}' },
  badRows: {
    zh: '没有导入：有 {errors} 行要改。只导入好的行，加 --take-good-rows；照原样全部导入，加 --take-all-rows。',
    en: 'Not imported: {errors} rows are to be mended. Add --take-good-rows to import the others, or --take-all-rows to import all as they are.',
  },
  needsReason: {
    zh: '没有导入：上面“请先确认”的事核对无误后，加 --reason "原因" 再导入。',
    en: 'Not imported: once you have made sure of the above, import with --reason "why".',
  },
  meanwhile: {
    zh: '没有导入：检查之后，这种名册又有人导入了新的一批。请再运行一次，看清新的影响。',
    en: 'Not imported: meanwhile somebody imported another list of this kind. Run it again and look at the new effect.',
  },
  onlyLooked: { zh: '只检查，没有导入。', en: 'Only looked at; nothing was imported.' },
  notPart: {
    zh: '没有导入：现在还没有这种名册可以补充，请去掉 --part。',
    en: 'Not imported: there is no list of this kind to add to; leave --part out.',
  },
  done: {
    zh: '已导入 {rows} 行，批次 {number}。要撤销，请在浏览器的“名册”里打开这一批。',
    en: '{rows} rows imported as batch {number}. To undo it, open the batch among the lists in a browser.',
  },
} as const;
