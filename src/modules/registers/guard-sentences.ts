import { roleWords } from './field-words';
import { foreignListWords, guardWords, needWords, otherKindWords, shiftWords } from './guard-words';
import type { Guard } from './rules/guards';
import { knownBy } from './rules/kind-signs';
import { type RegisterKind, registerKinds } from './rules/register';
import { fill, kindWords, type Words } from './words';

/** A guard with its sentence in both languages. */
export type SaidGuard = Guard & Words;

/** The sentence of a guard, its figures filled in. */
export function sayGuard(guard: Guard): SaidGuard {
  const { zh, en } = wordsOf(guard);
  const facts = { ...guard.numbers, ...spelledOut(guard) };
  return { ...guard, zh: fill(zh, facts), en: fill(en, facts) };
}

function wordsOf({ code, severity }: Guard): Words {
  if (code === 'other-county' && severity === 'stop') return foreignListWords;
  if (code === 'wrong-kind' && severity === 'ask') return otherKindWords;
  return guardWords[code];
}

function spelledOut({ code, numbers }: Guard): Record<string, string | number> {
  if (code === 'wrong-kind')
    return { ...both('looks', kindWords[kindOf(numbers.looks)]), ...both('kind', kindWords[kindOf(numbers.kind)]) };
  if (code === 'kind-unclear') {
    const kind = kindOf(numbers.kind);
    return { ...both('kind', kindWords[kind]), knownBy: knownBy[kind].map((header) => `“${header}”`).join('') };
  }
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

function kindOf(kind: unknown): RegisterKind {
  const found = registerKinds.find((one) => one === kind);
  if (!found) throw new Error(`no kind of register: ${kind}`);
  return found;
}

function roleOf(role: unknown): Words {
  return Object.entries(roleWords).find(([name]) => name === role)?.[1] ?? { zh: String(role), en: String(role) };
}

function needOf(role: unknown): Words {
  return Object.entries(needWords).find(([name]) => name === role)?.[1] ?? needWords.name;
}
