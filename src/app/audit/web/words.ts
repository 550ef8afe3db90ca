import { defineWords } from '../../../ui/shared/words';

/** 审计记录 and 安全事件: the lines of the trail, one beside the list. */
export const auditWords = defineWords({
  title: { zh: '审计记录', en: 'Audit trail' },
  help: {
    zh: '每次修改、查看隐藏信息、导出、打印和被拒绝都有一条，谁也改不了。审计管理员只能看，不能改任何东西。',
    en: 'One line for each change, reveal, export, print and refusal, which nobody can alter. Its administrator looks and changes nothing.',
  },
  clause: {
    zh: '等保 2.0 8.1.4.3 安全审计；《未成年人网络保护条例》第三十六条：访问情况要记录',
    en: 'GB/T 22239-2019 8.1.4.3; Regulations on the Protection of Minors in Cyberspace §36: each access is recorded',
  },
  events: { zh: '安全事件', en: 'Security events' },
  eventsHelp: {
    zh: '登录失败、输错太多被暂停、越权被拒绝，以及停用账号、解除验证器和授权的变动。',
    en: 'Failed sign-ins, stopped guessing, refusals for want of a right; accounts disabled, authenticators taken off, rights decided on.',
  },
  eventsClause: { zh: '等保 2.0 8.1.5.3 安全管理', en: 'GB/T 22239-2019 8.1.5.3' },
  list: { zh: '记录', en: 'Lines' },
  none: { zh: '还没有记录。', en: 'There are no lines yet.' },
  noEvents: { zh: '没有安全事件。', en: 'There are no security events.' },
  from: { zh: '从哪天', en: 'From' },
  until: { zh: '到哪天', en: 'Until' },
  person: { zh: '姓名或登录名', en: 'Name or login' },
  act: { zh: '操作', en: 'What was done' },
  outcome: { zh: '结果', en: 'Outcome' },
  done: { zh: '完成', en: 'done' },
  refused: { zh: '拒绝', en: 'refused' },
  object: { zh: '对象，或儿童页的网址', en: 'Object, or the address of a child’s page' },
  time: { zh: '时间', en: 'When' },
  who: { zh: '谁', en: 'Who' },
  system: { zh: '系统', en: 'The system' },
  nobody: { zh: '未登录的人', en: 'Not signed in' },
  what: { zh: '对象', en: 'To what' },
  reason: { zh: '理由', en: 'Reason' },
  source: { zh: '来源地址', en: 'Address' },
  unit: { zh: '单位', en: 'Unit' },
  login: { zh: '登录名', en: 'Login' },
  older: { zh: '更早的', en: 'Older' },
  newest: { zh: '回到最新', en: 'Newest' },
  shown: { zh: (rows: number) => `这一页 ${rows} 条，从新到旧`, en: (rows: number) => `${rows} on this page, the newest first` },
  child: {
    zh: '这是关于一名儿童的全部记录：查看隐藏信息、按证件号查找、更正、合并。成批的名单、导出在“操作”里另查。这次查询本身也已记录。',
    en: 'All lines about one child: reveals, look-ups by number, corrections, merges. Lists and exports are found by what was done. This look was recorded too.',
  },
  lineTitle: { zh: (id: string) => `记录 ${id}`, en: (id: string) => `Line ${id}` },
  place: { zh: '记录号', en: 'Number' },
  placeSays: {
    zh: (chain: number, seq: number) => `第 ${chain} 链第 ${seq} 行`,
    en: (chain: number, seq: number) => `chain ${chain}, line ${seq}`,
  },
  request: { zh: '请求编号', en: 'Request' },
  detail: { zh: '内容', en: 'Detail' },
  noDetail: { zh: '没有更多内容。', en: 'Nothing more.' },
  beside: { zh: '同一次操作的其他记录', en: 'What the same request wrote besides' },
  sameObject: { zh: '看这个对象的全部记录', en: 'Every line about it' },
  samePerson: { zh: '看这个人的全部记录', en: 'Every line of this person' },
  verify: { zh: '验证', en: 'Verify' },
  exportTitle: { zh: '导出审计记录', en: 'Export the trail' },
  exportWhy: {
    zh: '按现在的条件导出，一次最多 5 万条。文件里有姓名和操作内容，请妥善保管；导出本身也记一条。',
    en: 'Exports what fits the present conditions, at most 50,000 lines. Keep the file safe; the export leaves a line too.',
  },
  form: { zh: '格式', en: 'Form' },
  xlsx: { zh: '表格（.xlsx，给人看）', en: 'Workbook (.xlsx, for people)' },
  jsonl: { zh: '数据（.jsonl，带校验码）', en: 'Data (.jsonl, with the links of the chains)' },
  exportThis: { zh: '导出', en: 'Export' },
  exported: { zh: '已导出。', en: 'Exported.' },
});

/** 验证审计. */
export const verifyWords = defineWords({
  title: { zh: '验证审计', en: 'Verify the trail' },
  help: {
    zh: '每条记录都用库外的密钥和上一条连在一起；改、删、插、换任何一条都会对不上。库外每小时还记一次末尾。',
    en: 'Each line is linked to the one before by a key outside the database; whatever is altered, taken out, put in or swapped does not fit.',
  },
  clause: { zh: '等保 2.0 8.1.4.3 c：审计记录应受到保护', en: 'GB/T 22239-2019 8.1.4.3 c' },
  run: { zh: '现在验证', en: 'Verify now' },
  running: { zh: (lines: string) => `正在验证，已看 ${lines} 行`, en: (lines: string) => `Verifying, ${lines} lines so far` },
  waiting: { zh: '正在排队', en: 'Waiting' },
  never: { zh: '还没有验证过。', en: 'It has not been verified yet.' },
  whole: { zh: (lines: string) => `共 ${lines} 行，全部完好。`, en: (lines: string) => `All ${lines} lines are whole.` },
  broken: {
    zh: (chain: number, seq: number, why: string, good: string) =>
      `第 ${chain} 链第 ${seq} 行起对不上：${why}。前面看过的 ${good} 行完好。`,
    en: (chain: number, seq: number, why: string, good: string) =>
      `Broken from chain ${chain}, line ${seq}: ${why}. The ${good} lines before are whole.`,
  },
  brokenNow: {
    zh: '请马上封存数据库和库外的末尾记录，报告局领导和网信部门，不要自己修复。',
    en: 'Seal the database and the anchors at once and report it; do not mend it yourself.',
  },
  missing: { zh: '这一行不见了', en: 'the line is gone' },
  altered: { zh: '这一行被改过', en: 'the line was altered' },
  surplus: { zh: '多出了这一行', en: 'the line is one too many' },
  rewritten: { zh: '和库外记下的末尾不一样，可能整段重写过', en: 'it differs from the anchors: all may have been written anew' },
  head: { zh: '末尾和记下的不一样', en: 'the end is not the end that was noted' },
  failed: {
    zh: '这次验证没有做完，请再试一次；仍不行请联系系统管理员。',
    en: 'It was not finished. Try again, or ask the system administrator.',
  },
  at: { zh: '验证时间', en: 'Verified' },
  anchors: { zh: '库外末尾记录', en: 'Anchors outside the database' },
  anchorsSay: {
    zh: (count: number, newest: string) => `${count} 次，最近 ${newest}`,
    en: (count: number, newest: string) => `${count}, the newest ${newest}`,
  },
  noAnchors: { zh: '还没有（每小时记一次）', en: 'None yet (one each hour)' },
  anchorBroken: {
    zh: (line: number) => `第 ${line} 行起被改过，后面的不可信`,
    en: (line: number) => `altered from line ${line} on; what follows is not believed`,
  },
});
