import type { Lang } from './words';

/** The help pages; `nol --help`, `nol compare --help`, `nol demo --help`. */
export const help: {
  readonly [page in 'nol' | 'compare' | 'demo' | 'start' | 'migrate' | 'backup' | 'restore']: { readonly [L in Lang]: string };
} = {
  nol: {
    zh: `一个都不能少：控辍保学

用法
  nol start        启动系统，用浏览器使用
  nol migrate      只把数据库结构升级到最新
  nol backup …     备份数据库、附件和密钥
  nol restore …    从备份恢复
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
  nol backup …     back up database, attachments and keys
  nol restore …    restore a backup
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
