import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandRefusal } from './refusal';
import type { Lang } from './words';

type OptionTable = NonNullable<ParseArgsConfig['options']>;

/** The options of one command as they were typed: every value of each, in order; `true` for a switch. */
export type Typed = {
  readonly lang: Lang;
  text(name: string): string | undefined;
  all(name: string): string[];
  has(name: string): boolean;
};

/**
 * Reads a command line. A file name without an option of its own belongs to the option before it where that option is one
 * of `lists`, so that `--attending classes/*.xlsx` means what it looks like.
 */
export function readArguments(
  command: string,
  args: readonly string[],
  options: OptionTable,
  lists: readonly string[] = [],
): Typed {
  const lang = langOf(args);
  const tokens = tokensOf(command, args, options, lang);
  const values = new Map<string, string[]>();
  let current = '';
  for (const token of tokens) {
    if (token.kind === 'option') {
      current = token.name;
      values.set(current, [...(values.get(current) ?? []), token.value ?? '']);
    } else if (token.kind === 'positional') {
      if (!lists.includes(current)) throw new CommandRefusal(lang, 'strayFile', { name: token.value });
      values.get(current)?.push(token.value);
    }
  }
  return {
    lang,
    text: (name) => values.get(name)?.at(-1),
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
  };
}

function tokensOf(command: string, args: readonly string[], options: OptionTable, lang: Lang) {
  const known: OptionTable = { ...options, lang: { type: 'string' }, help: { type: 'boolean' } };
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true, tokens: true }).tokens;
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    // Node tells the option only inside its English sentence, in the first quotation marks.
    const name = /'([^' ]+)/.exec(error.message)?.[1] ?? '';
    throw new CommandRefusal(lang, error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'unknownOption' : 'needsValue', {
      name,
      command,
    });
  }
}

/** The language must be known before anything can be said to be wrong. */
export function langOf(args: readonly string[]): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at === -1) return 'zh';
  const value = args[at].includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
  if (value !== 'zh' && value !== 'en') throw new CommandRefusal('zh', 'wrongLang');
  return value;
}

/** A whole number above 0, or undefined where the option was not given. */
export function numberOf(typed: Typed, name: string): number | undefined {
  const text = typed.text(name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new CommandRefusal(typed.lang, 'noNumber', { name });
  return Number(text);
}
