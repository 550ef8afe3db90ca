import { blocklist } from './blocklist';
import { guessing } from './guessing';
import { knownWords } from './known-words';

/**
 * `djbh` follows GB/T 22239-2019 8.1.4.1 a (mixed characters, changed from time to time), which the county is examined by;
 * `nist` follows NIST SP 800-63B-4, which forbids both and asks for length.
 */
export type PasswordProfile = keyof typeof passwordProfiles;

/** A password that was refused: one sentence about what is wrong and what to change. It never holds the password. */
export type PasswordFault = {
  readonly code: 'short' | 'long' | 'classes' | 'known' | 'guessable';
  readonly zh: string;
  readonly en: string;
};

export type PasswordQuestion = {
  readonly password: string;
  readonly profile: PasswordProfile;
  /** whether the account is also asked for a second factor */ readonly secondFactor: boolean;
  /** login, name, telephone of the person; names of the school, the office, the county */ readonly known: readonly string[];
};

/** `classes`: of capital letters, small letters, digits, others; `days`: after which a new password is asked for. */
export const passwordProfiles = {
  djbh: { shortest: 12, shortestAlone: 12, classes: 3, days: 90 },
  nist: { shortest: 12, shortestAlone: 15, classes: 1, days: undefined },
} as const;

/** Characters of the longest password that is taken; ASVS 6.2.9 asks for 64 at least, and hashing has to end. */
export const longestPassword = 256;

/**
 * Our choice: 2⁴⁰ tries of our hash take one core more than 800 years, and a word with a year and a sign is far below,
 * 12 characters drawn by lot above.
 */
const fewestBits = 40;

/** The password as it is compared and hashed: NFC, so that one text typed on two keyboards is one password. */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/** What is wrong with a new password, or undefined when it is good. */
export function checkPassword({ password, profile, secondFactor, known }: PasswordQuestion): PasswordFault | undefined {
  const text = normalisePassword(password);
  const length = Array.from(text).length;
  const { shortest, shortestAlone, classes } = passwordProfiles[profile];
  const least = secondFactor ? shortest : shortestAlone;
  if (length > longestPassword) return faultOf('long', { length, most: longestPassword });
  if (length < least) return faultOf('short', { length, least });
  if (classesOf(text) < classes) return faultOf('classes', { found: classesOf(text), classes });
  const { bits, usesKnown } = guessing(text, blocklist, knownWords(known));
  if (bits >= fewestBits) return undefined;
  return faultOf(usesKnown ? 'known' : 'guessable', {});
}

/** Whether the profile asks for a new password by now; both days in days since 1970-01-01. It is a prompt and locks nobody out. */
export function isPasswordOld(profile: PasswordProfile, changed: number, today: number): boolean {
  const { days } = passwordProfiles[profile];
  return days !== undefined && today - changed >= days;
}

const sentences = {
  short: [
    '密码只有 {length} 个字符，至少要 {least} 个，请再加长；一句别人想不到的话最好记。',
    'The password has {length} characters and needs {least}: make it longer; a phrase nobody would think of is easy to remember.',
  ],
  long: [
    '密码有 {length} 个字符，最多 {most} 个，请缩短。',
    'The password has {length} characters and may have {most}: make it shorter.',
  ],
  classes: [
    '密码只用了 {found} 类字符，请至少混用 {classes} 类：大写字母、小写字母、数字、其他符号或汉字。',
    'The password uses {found} kind(s) of characters: mix at least {classes} of capital letters, small letters, digits, other signs.',
  ],
  known: [
    '密码主要由姓名、登录名、学校或本地名称拼成，认识您的人容易猜到，请换成几个与您和单位无关的词。',
    'The password is mostly names of you, your school or your county, which people around you can guess: use several words that have nothing to do with them.',
  ],
  guessable: [
    '密码主要由常见词、拼音、日期、键盘顺序或重复拼成，换个大小写、末尾加数字也容易猜到，请再加几个互不相干的词。',
    'The password is mostly common words, pinyin, dates, keyboard rows or repetitions, and capitals or digits at the end do not help: add several unrelated words.',
  ],
} as const satisfies Record<PasswordFault['code'], readonly [zh: string, en: string]>;

function faultOf(code: PasswordFault['code'], facts: Readonly<Record<string, number>>): PasswordFault {
  const [zh, en] = sentences[code].map((sentence) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name])));
  return { code, zh, en };
}

function classesOf(text: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u].filter((kind) => kind.test(text)).length;
}
