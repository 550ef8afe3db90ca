import { roleWords } from './field-words';
import { foreignListWords, guardWords, needWords, shiftWords } from './guard-words';
import type { Guard } from './rules/guards';
import { registerKinds } from './rules/register';
import { fill, kindWords, type Words } from './words';

/** A guard with its sentence in both languages. */
export type SaidGuard = Guard & Words;

/** The sentence of a guard, its figures filled in. */
export function sayGuard(guard: Guard): SaidGuard {
  const hopeless = guard.code === 'other-county' && guard.severity === 'stop';
  const { zh, en } = hopeless ? foreignListWords : guardWords[guard.code];
  const facts = { ...guard.numbers, ...spelledOut(guard) };
  return { ...guard, zh: fill(zh, facts), en: fill(en, facts) };
}

function spelledOut({ code, numbers }: Guard): Record<string, string | number> {
  if (code === 'wrong-kind') return { ...both('looks', kindOf(numbers.looks)), ...both('kind', kindOf(numbers.kind)) };
  if (code === 'missing-column') return { ...both('column', roleOf(numbers.column)), ...both('need', needOf(numbers.column)) };
  if (code === 'other-county') {
    const region = numbers.region;
    return region === ''
      ? { regionZh: '', regionEn: '' }
      : { regionZh: `（多数证号以 ${region} 开头）`, regionEn: ` (most numbers begin with ${region})` };
  }
  if (code === 'last-year') {
    const how = shiftWords[numbers.how === 'grades' || numbers.how === 'ages' ? numbers.how : 'entry-years'];
    return { howZh: fill(how.zh, numbers), howEn: fill(how.en, numbers) };
  }
  return {};
}

function both(name: string, { zh, en }: Words): Record<string, string> {
  return { [`${name}Zh`]: zh, [`${name}En`]: en };
}

function kindOf(kind: unknown): Words {
  const found = registerKinds.find((one) => one === kind);
  if (!found) throw new Error(`no kind of register: ${kind}`);
  return kindWords[found];
}

function roleOf(role: unknown): Words {
  return Object.entries(roleWords).find(([name]) => name === role)?.[1] ?? { zh: String(role), en: String(role) };
}

function needOf(role: unknown): Words {
  return Object.entries(needWords).find(([name]) => name === role)?.[1] ?? needWords.name;
}
