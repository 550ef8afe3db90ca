import type { Lang } from './words';

type HelpPage =
  | 'nol'
  | 'compare'
  | 'demo'
  | 'start'
  | 'migrate'
  | 'import'
  | 'user'
  | 'backup'
  | 'restore'
  | 'verify-audit'
  | 'doctor';

/** The help pages; `nol --help`, `nol compare --help`, `nol demo --help`. */
export const help: {
  readonly [page in HelpPage]: { readonly [L in Lang]: string };
} = {
  nol: {
    zh: `一个都不能少：控辍保学

用法
  nol start        启动系统，用浏览器使用
  nol migrate      只把数据库结构升级到最新
  nol import …     导入一份名册
  nol user …       在服务器上管理账号（浏览器里办不了的时候）
  nol backup …     备份数据库、附件和密钥
  nol restore …    从备份恢复
  nol verify-audit 逐条核对审计有没有被动过
  nol doctor       检查运行环境、数据库、密钥、备份
  nol compare …    比对户籍、学籍、在校、脱贫户、残疾人名册
  nol demo …       生成一个虚构的县的五份演示名册
  nol --version    版本

每个命令后加 --help 查看它的选项；加 --lang en 用英文显示。
退出码：0 完成，1 程序故障，2 输入有误（什么也没有写出），130 被中止。
`,
    en: `Not One Less: compares the registers of a county's children

Usage
  nol start        serve the system to browsers
  nol migrate      bring the schema up to date and end
  nol import …     import a list
  nol user …       accounts from the server's console, when nobody can do it in a browser
  nol backup …     back up database, attachments and keys
  nol restore …    restore a backup
  nol verify-audit look at every line of the audit trail
  nol doctor       look at what the system needs: disk, database, keys, backups
  nol compare …    compare household, enrolment, attending, poverty and disability registers
  nol demo …       make the five demo registers of a made-up county
  nol --version    the version

Each command has --help. Exit codes: 0 done, 1 a fault of the program, 2 wrong input (nothing was written), 130 stopped.
`,
  },
  compare: {
    zh: `nol compare --as-of 2025-03-01 --household H.xlsx --enrolment E.xlsx [选项]

名册（.xlsx .xls .csv；每项可以给多个文件，例如一校一份）
  --household  文件…   户籍名册（必需）
  --enrolment  文件…   学籍名册（必需）
  --attending  文件…   在校学生名册，没有给名册的学校不比对
  --poverty    文件…   脱贫户（监测户）名册
  --disability 文件…   残疾人名册

  --as-of 日期         统计日，例如 2025-03-01（必需）；适龄按它所在的学年算
  --out   文件.xlsx    结果工作簿：未入学、在籍不在校、待核实等九张表
  --json  文件.json    结果数据，供其他程序使用
  --lang  zh|en        显示的语言，默认 zh
  --max-rows 行数  --max-memory 兆字节  --max-seconds 秒   读取一个文件的上限
`,
    en: `nol compare --as-of 2025-03-01 --household H.xlsx --enrolment E.xlsx [options]

Registers (.xlsx .xls .csv; each may be several files, say one a school)
  --household  FILE…   household register (required)
  --enrolment  FILE…   enrolment register (required)
  --attending  FILE…   class lists; nothing is said of a school without one
  --poverty    FILE…   households lifted out of poverty
  --disability FILE…   children with a disability certificate

  --as-of DAY          for example 2025-03-01 (required); school age is that of its school year
  --out   FILE.xlsx    result workbook, nine sheets in Chinese
  --json  FILE.json    result data for other programs
  --lang  zh|en        language of the messages, zh by default
  --max-rows N  --max-memory MB  --max-seconds S   what reading one file may cost
`,
  },
  start: {
    zh: `nol start [--demo [--by-hand]]

  启动系统。默认使用自带的数据库，数据放在 data/server；首次启动会自动建好。
  --demo     数据目录是空的时候，先建一个虚构的演示县，五份名册也放在 data/demo
  --by-hand  演示县里先不导入名册，由您在浏览器里自己导入
  环境变量：NOL_DATA 数据目录，NOL_PORT 端口（默认 8000），NOL_HOST 监听地址，NOL_HTTPS=on 前面有 https 网关，
  DATABASE_URL 改用自己的 PostgreSQL（15 或更新），NOL_OWNER_URL 拥有表结构的账号，NOL_KEYS_FILE 密钥文件。
`,
    en: `nol start [--demo [--by-hand]]

  Serves the system. By default with a database of its own below data/server, made at the first start.
  --demo     in an empty data folder make up a demo county first; its five registers lie in data/demo as well
  --by-hand  leave its registers unimported: you import them in the browser
  Environment: NOL_DATA data folder, NOL_PORT port (8000), NOL_HOST address, NOL_HTTPS=on behind an https gateway,
  DATABASE_URL a PostgreSQL (15 or newer) of yours, NOL_OWNER_URL the role that owns the tables, NOL_KEYS_FILE key file.
`,
  },
  migrate: {
    zh: `nol migrate

  把数据库结构升级到这个程序的版本，然后结束。环境变量同 nol start。
`,
    en: `nol migrate

  Brings the schema up to this program's version, then ends. Environment as for nol start.
`,
  },
  import: {
    zh: `nol import --kind household --file 户籍.xlsx [选项]

  和浏览器里导入一样分两步：先检查并打印结果，没有问题才生效；有问题就不导入，退出码 2。系统可以同时在运行。
  --kind   household 户籍 | enrolment 学籍 | attending 在校 | poverty 脱贫户 | disability 残疾人
  --file   文件…         可以给多个，例如一校一份
  --as-of  日期          名册的日期，默认今天
  --unit   学校          学校标识码或全称：这是一所学校自己的名册（在校、学籍）
  --part                 只是一部分：只新增和更新，不移出任何人
  --take-good-rows       有错的行先不导，其余导入
  --take-all-rows        有错的行也照原样导入
  --reason 原因          有要确认的事（例如会移出一半儿童）时写明原因
  --check                只检查，不导入
`,
    en: `nol import --kind household --file H.xlsx [options]

  The two steps of the pages: what was found is printed, and it counts only where nothing speaks against it; else code 2. The
  server may be at work.
  --kind   household | enrolment | attending | poverty | disability
  --file   FILE…         may be several, say one a school
  --as-of  DAY           the day of the list, today by default
  --unit   SCHOOL        code or full name: it is one school's own list (attending, enrolment)
  --part                 it is a part: nobody is taken out
  --take-good-rows       keep rows with mistakes back and import the others
  --take-all-rows        import rows with mistakes as they are
  --reason WHY           the answer to what is asked, such as half the children being taken out
  --check                look only
`,
  },
  user: {
    zh: `nol user list
nol user add --login 登录名 --name 姓名 --unit 单位 [--office 岗位]
nol user disable --login 登录名 --reason 原因
nol user reset --login 登录名 --reason 原因 [--second-factor]

  平时请在浏览器里管理账号。这里是浏览器里没有人能办的时候用的：管理员缺位、丢了验证器。每次都记进审计，来源写明“command”。
  add      新建账号，打印邀请码；--office 可以是 system-admin、security-admin、audit-admin、bureau-leader
  disable  停用；某个岗位最后一个人不能停用
  reset    发新的邀请码，本人重设密码，其他设备退出登录；--second-factor 同时解除验证器；停用的账号会启用
`,
    en: `nol user list
nol user add --login LOGIN --name NAME --unit UNIT [--office OFFICE]
nol user disable --login LOGIN --reason WHY
nol user reset --login LOGIN --reason WHY [--second-factor]

  Accounts are kept in a browser. This is for when nobody can do it there: an administrator is missing or lost his
  authenticator. Every act is in the audit trail with "command" as its source.
  add      makes an account and prints an invitation; OFFICE is system-admin, security-admin, audit-admin or bureau-leader
  disable  never the last person of an office
  reset    prints a new invitation and signs the person out; --second-factor takes the authenticator off; enables the disabled
`,
  },
  'verify-audit': {
    zh: `nol verify-audit

  逐条核对审计链和库外的锚点。完好退出码 0；被动过退出码 2，并说出第一处。系统可以照常使用；一百万条约几分钟。
`,
    en: `nol verify-audit

  Looks at every line of the audit trail and at the anchors outside the database. Code 0 when whole; 2 when tampered with, naming
  the first line. The server may be at work; a million lines take some minutes.
`,
  },
  doctor: {
    zh: `nol doctor

  检查 Node.js、磁盘、密钥、数据库（版本、设置、账号、结构、行级安全）、时间、审计末尾、附件、备份、后台任务、三员。
  每项一行：✓ 正常，! 建议处理，✗ 必须先解决，并写明怎么办。有 ✗ 时退出码 2。不改动任何东西，系统可以照常使用。
`,
    en: `nol doctor

  Looks at Node.js, disk, keys, database (version, settings, roles, schema, row-level security), clock, end of the audit trail,
  attachments, backups, jobs and administrators. A line each: ✓ well, ! to be seen to, ✗ to be put right first, with what to do.
  Code 2 where there is a ✗. Changes nothing; the server may be at work.
`,
  },
  backup: {
    zh: `nol backup --out 备份.nolbak

  把某一时刻的数据库、附件和密钥写进一个加密文件；系统可以照常使用。
  口令取自环境变量 NOL_BACKUP_PASSPHRASE，没有就在终端里问。没有口令，备份谁也打不开。
`,
    en: `nol backup --out county.nolbak

  Writes database, attachments and keys of one moment into one sealed file; the server may be at work.
  The passphrase comes from NOL_BACKUP_PASSPHRASE, or is asked for. Without it nobody can open the backup.
`,
  },
  restore: {
    zh: `nol restore --from 备份.nolbak

  恢复到空的数据目录（NOL_DATA）和空的数据库；已有数据时拒绝。先把备份从头到尾核对一遍，再写入。
`,
    en: `nol restore --from county.nolbak

  Restores into an empty data folder (NOL_DATA) and an empty database; refuses when there is data. The backup is verified first.
`,
  },
  demo: {
    zh: `nol demo [选项]

  --out 文件夹      放演示名册的文件夹，默认 data/demo
  --children 人数   大约多少名适龄儿童，默认 30000
  --seed 数         同一个数生成同样的名册，默认 2025
  --format xlsx|csv 名册的格式，默认 xlsx
  --compare         生成后接着比对，结果也放在该文件夹
  --lang zh|en      显示的语言
`,
    en: `nol demo [options]

  --out FOLDER      where the registers go, data/demo by default
  --children N      about so many children of school age, 30000 by default
  --seed N          the same number makes the same registers, 2025 by default
  --format xlsx|csv format of the registers, xlsx by default
  --compare         compare them afterwards; the results go to the same folder
  --lang zh|en      language of the messages
`,
  },
};
