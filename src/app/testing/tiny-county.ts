import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDigit } from '../../kernel/id-number';
import { builtEntry } from '../../platform/entry';
import { writeWorkbook } from '../../platform/sheets/index';

/** One child as a test writes it down; `undefined` in a changed copy means the cell stays empty. */
export type TinyChild = {
  readonly name?: string | undefined;
  readonly sex?: string;
  readonly birth?: string | undefined;
  readonly id?: string | undefined;
  readonly village?: string;
  readonly guardian?: string;
  readonly phone?: string;
  readonly changeReason?: string;
  readonly className?: string;
};

/** Forty children of school age on 2025-03-01, no two alike. */
export function tinyCounty(): TinyChild[] {
  return [...'王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏'].map((surname, at) => {
    const birth = `201${1 + (at % 7)}-${two(1 + (at % 12))}-${two(1 + ((at * 7) % 28))}`;
    const sequence = String(101 + at * 2);
    return {
      name: `${surname}${'宇欣浩佳梓雨晨思'[at % 8]}${'轩怡然琪涵博'[at % 6]}`,
      sex: '男',
      birth,
      id: idNumber('211324', birth.replaceAll('-', ''), sequence),
      village: ['桥子', '十家子', '山湾子'][at % 3],
      guardian: `${surname}${'志建国春'[at % 4]}${'强军民生'[(at >> 2) % 4]}`,
      phone: `1384210${2000 + at}`,
      className: '三年级1班',
    };
  });
}

export function idNumber(region: string, birth: string, sequence: string): string {
  const body = region + birth + sequence;
  return body + checkDigit(body);
}

const householdHeaders = ['姓名', '性别', '出生日期', '公民身份号码', '住址详址', '监护人一姓名', '联系电话', '变动原因'];
const enrolmentHeaders = [
  '学校名称',
  '年级',
  '班级',
  '姓名',
  '性别',
  '出生日期',
  '身份证件号码',
  '家庭地址',
  '成员1姓名',
  '联系电话',
];

export function householdRows(children: readonly TinyChild[]): string[][] {
  const rows = children.map((child) => [
    ...[
      child.name,
      child.sex,
      child.birth,
      child.id,
      `公营子镇${child.village}村`,
      child.guardian,
      child.phone,
      child.changeReason,
    ],
  ]);
  return [householdHeaders, ...rows.map(filled)];
}

export function enrolmentRows(children: readonly TinyChild[]): string[][] {
  const rows = children.map((child) => [
    ...['公营子镇中心小学', '三年级', child.className, child.name, child.sex, child.birth, child.id],
    ...[`公营子镇${child.village}村`, child.guardian, child.phone],
  ]);
  return [enrolmentHeaders, ...rows.map(filled)];
}

function filled(cells: readonly (string | undefined)[]): string[] {
  return cells.map((cell) => cell ?? '');
}

export async function writeSheet(file: string, rows: readonly (readonly string[])[]): Promise<string> {
  const [first, ...body] = rows;
  const columns = Array.from({ length: Math.max(first.length, body[0]?.length ?? 0) }, (_, at) => ({
    header: first[at] ?? '',
    width: 12,
  }));
  if (file.endsWith('.csv')) await writeFile(file, rows.map((cells) => cells.join(',')).join('\n'));
  else await writeWorkbook(file, [{ name: '名单', columns, rows: body }]);
  return file;
}

/** A folder that is gone when the test is over. */
export async function inFolder<T>(work: (at: (name: string) => string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nol-'));
  try {
    return await work((name) => path.join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `code` is what a shell shows: 130 also where the system ended the process for Ctrl-C. */
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the built command as a process of its own; `stopWhen` sends Ctrl-C as soon as it holds. */
export async function nol(args: readonly string[], stopWhen?: () => boolean): Promise<Ran> {
  const child = spawn(process.execPath, [builtEntry('cli'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const clock = stopWhen && setInterval(() => stopWhen() && child.kill('SIGINT'), 2);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(clock);
      resolve({ code: signal === 'SIGINT' ? 130 : code, out, err });
    });
  });
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
