import { z } from 'zod';

/** Which fields of a form are marked in words: the fewer ones (design, §6.4); none when all are of one kind. */
export type Marking = 'required' | 'optional' | 'none';

/** Marks the required fields where they are the minority, the optional ones where those are. */
export function markingOf(schema: z.ZodObject): Marking {
  const fields: readonly z.core.$ZodType[] = Object.values(schema.shape);
  const optional = fields.filter((field) => mayBeAbsent(field)).length;
  if (optional === 0 || optional === fields.length) return 'none';
  return fields.length - optional < optional ? 'required' : 'optional';
}

/** Whether the field at a path may be left out: `guardian.phone`. Throws on a path that the shape does not have. */
export function isOptional(schema: z.ZodObject, path: string): boolean {
  let field: z.core.$ZodType | undefined = schema;
  for (const key of path.split('.')) field = objectOf(field)?.shape[key];
  if (!field) throw new Error(`the shape of the form has no field ${path}`);
  return mayBeAbsent(field);
}

/**
 * What was typed, without what was not: an empty text, a cleared date or number is a field left out. Texts lose the spaces around
 * them, but for the fields named as `verbatim`: a password may begin or end with one.
 */
export function withoutEmpty(typed: unknown, verbatim: readonly string[] = []): unknown {
  if (typeof typed === 'string') return typed.trim() === '' ? undefined : typed.trim();
  if (typed === null) return undefined;
  if (Array.isArray(typed)) return typed.map((each) => withoutEmpty(each));
  if (typeof typed !== 'object' || typed.constructor !== Object) return typed;
  const kept = Object.entries(typed).flatMap(([key, value]) => {
    const left = verbatim.includes(key) && value !== '' ? value : withoutEmpty(value);
    return left === undefined ? [] : [[key, left]];
  });
  return Object.fromEntries(kept);
}

function mayBeAbsent(field: z.core.$ZodType): boolean {
  return z.safeParse(field, undefined).success;
}

/** The object shape under what may be wrapped around it (optional, default). */
function objectOf(field: z.core.$ZodType | undefined): z.ZodObject | undefined {
  let inner: unknown = field;
  while (isWrapper(inner)) inner = inner._zod.def.innerType;
  return isObject(inner) ? inner : undefined;
}

function isWrapper(field: unknown): field is { _zod: { def: { innerType: unknown } } } {
  return hasDef(field) && 'innerType' in field._zod.def;
}

function isObject(field: unknown): field is z.ZodObject {
  return hasDef(field) && 'shape' in field._zod.def;
}

function hasDef(field: unknown): field is { _zod: { def: object } } {
  return typeof field === 'object' && field !== null && '_zod' in field;
}
