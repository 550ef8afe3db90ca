import type { Says } from './words';

/** What Zod says of one value that does not fit; only what sentences need. */
export type Issue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly format?: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
};

const please: Says = { zh: '请填写', en: 'Please fill this in' };
const choose: Says = { zh: '请从列表里选一个', en: 'Choose one of the list' };
const formats: Readonly<Record<string, Says>> = {
  email: { zh: '不像邮箱地址，应是 name@example.com 的样子', en: 'Not an e-mail address; it looks like name@example.com' },
  date: { zh: '不是一个日期，应是 2025-03-01 的样子', en: 'Not a day; it looks like 2025-03-01' },
};
const typed: Readonly<Record<string, Says>> = {
  number: { zh: '应是数字', en: 'This is a number' },
  int: { zh: '应是整数', en: 'This is a whole number' },
  boolean: { zh: '请选是或否', en: 'Choose yes or no' },
  array: { zh: '请至少选一项', en: 'Choose at least one' },
  date: { zh: '不是一个日期，应是 2025-03-01 的样子', en: 'Not a day; it looks like 2025-03-01' },
};

/**
 * The sentence beside a field: what is expected and how to write it. A rule with words of its own gives them as
 * `params: { zh, en }`, or as its message, which then stands in both languages.
 */
export function issueSays(issue: Issue): Says {
  const { zh, en } = issue.params ?? {};
  if (typeof zh === 'string' && typeof en === 'string') return { zh, en };
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.includes('undefined') ? please : (typed[issue.expected ?? ''] ?? please);
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum));
    case 'too_big':
      return atMost(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return formats[issue.format ?? ''] ?? { zh: '写法不对，请核对', en: 'Not written the right way; please check' };
    case 'invalid_value':
    case 'invalid_union':
      return choose;
    default:
      return { zh: issue.message, en: issue.message };
  }
}

function atLeast(origin: string | undefined, least: number): Says {
  if (origin === 'string') return least === 1 ? please : { zh: `至少 ${least} 个字`, en: `At least ${least} characters` };
  if (origin === 'array') return { zh: `至少选 ${least} 项`, en: `Choose at least ${least}` };
  return { zh: `不能小于 ${least}`, en: `Not less than ${least}` };
}

function atMost(origin: string | undefined, most: number): Says {
  if (origin === 'string') return { zh: `最多 ${most} 个字`, en: `At most ${most} characters` };
  if (origin === 'array') return { zh: `最多选 ${most} 项`, en: `Choose at most ${most}` };
  return { zh: `不能大于 ${most}`, en: `Not more than ${most}` };
}
