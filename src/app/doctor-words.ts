/** What `nol doctor` finds: what is so, and where something is to be done, what. */
export const doctorWords = {
  node: { zh: 'Node.js {version}', en: 'Node.js {version}' },
  nodeOld: {
    zh: 'Node.js {version} 已经停止维护。请换成 24（长期支持版）。',
    en: 'Node.js {version} is no longer maintained. Use 24, which has long-term support.',
  },
  noFolder: {
    zh: '还没有数据目录 {name}。nol start 会建好它。',
    en: 'There is no data folder {name} yet; nol start makes it.',
  },
  folder: { zh: '数据目录 {name}，没有程序在用', en: 'data folder {name}, nobody uses it' },
  folderServed: { zh: '数据目录 {name}，系统正在运行', en: 'data folder {name}, the system runs in it' },
  disk: { zh: '磁盘空闲 {free} GB', en: '{free} GB of disk free' },
  diskLow: {
    zh: '磁盘只剩 {free} GB，不足 5 GB。请清出空间：不足 1 GB 时系统拒绝启动。',
    en: 'Only {free} GB of disk are free. Make room: below 1 GB the system refuses to start.',
  },
  keys: { zh: '密钥文件 {name}，能打开，别人读不了', en: 'keys in {name}, readable by nobody else' },
  database: {
    zh: 'PostgreSQL {version}，账号和持久性设置合格',
    en: 'PostgreSQL {version}, its role and durability as they must be',
  },
  reached: { zh: '数据库连得上', en: 'the database can be reached' },
  empty: {
    zh: '数据库是空的。nol start 会建好结构和县。',
    en: 'The database is empty; nol start makes schema and county.',
  },
  schema: { zh: '数据库结构是这个程序的版本', en: 'the schema is that of this program' },
  guarded: { zh: '行级安全在每张表上都打开', en: 'row-level security is on in every table' },
  unguarded: {
    zh: '这些表没有打开行级安全：{names}。请停止使用，从备份恢复，并查清是谁改的。',
    en: 'Row-level security is off in: {names}. Stop using the system, restore a backup, and find out who did it.',
  },
  noCounty: { zh: '还没有县。nol start 会建好它。', en: 'There is no county yet; nol start makes it.' },
  county: { zh: '{name}', en: '{name}' },
  demoCounty: {
    zh: '{name}（演示，人物虚构）。正式使用请换一个空的数据目录。',
    en: '{name} (a demo of fictional people). For real use take an empty data folder.',
  },
  clock: { zh: '时间不早于最近一条审计', en: 'the clock is not before the newest audit line' },
  tails: {
    zh: '审计每条链的末尾都对得上（逐条核对用 nol verify-audit）',
    en: 'every chain of the trail ends as noted (nol verify-audit looks at every line)',
  },
  tailsBroken: {
    zh: '审计第 {chains} 链的末尾对不上。请马上运行 nol verify-audit。',
    en: 'The end of chain {chains} of the trail is not as noted. Run nol verify-audit at once.',
  },
  files: { zh: '附件 {count} 个，都在', en: '{count} attachments, all there' },
  filesMissing: {
    zh: '{missing} 个附件的文件不见了（共 {count} 个）。请从备份里找回 {folder} 下的文件。',
    en: '{missing} of {count} attachments have lost their file. Bring back what lay in {folder} from a backup.',
  },
  filesUnnamed: {
    zh: '附件 {count} 个，都在；另有 {unnamed} 个没有登记的文件，是上传中断留下的，可以不管。',
    en: '{count} attachments, all there; {unnamed} files that nothing names were left by cut uploads and do no harm.',
  },
  backup: { zh: '最近一次备份：{day}', en: 'last backup: {day}' },
  backupOld: {
    zh: '最近一次备份是 {day}，已经 {days} 天。请运行 nol backup，并放到另一台机器上。',
    en: 'The last backup is of {day}, {days} days ago. Run nol backup and keep the file on another machine.',
  },
  noBackup: {
    zh: '从来没有备份过。请运行 nol backup，并放到另一台机器上。',
    en: 'There was never a backup. Run nol backup and keep the file on another machine.',
  },
  jobs: { zh: '没有停住的后台任务', en: 'no job is stuck' },
  jobsSlow: {
    zh: '{count} 项后台任务超过半小时没有做完。系统没有在运行就先启动它；在运行就重启一次。',
    en: '{count} jobs have not been done for half an hour. Start the system, or if it runs, restart it.',
  },
  administrators: { zh: '系统、安全、审计三员都有人', en: 'all three administrators are appointed' },
  noAdministrators: {
    zh: '没有在用的{names}。可以用 nol user add --office 补上。',
    en: 'Nobody in use is {names}. Appoint somebody with nol user add --office.',
  },
  good: { zh: '一切正常。', en: 'All is well.' },
  warned: { zh: '能用；有 {count} 处建议处理（!）。', en: 'Usable; {count} thing(s) to see to (!).' },
  bad: { zh: '有 {count} 处必须先解决（✗）。', en: '{count} thing(s) must be put right first (✗).' },
} as const;
