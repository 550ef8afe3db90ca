// What the oldest browsers of offices (Chromium 83, Safari 14) lack of what we and our packages call. One kilobyte.
// Syntax is translated by the builder; only functions are missing.

type Missing = { readonly on: object; readonly name: string; readonly value: unknown };

/** Adds what is missing and leaves alone what is there. */
export function mend(): void {
  for (const { on, name, value } of missing) {
    if (!(name in on)) Object.defineProperty(on, name, { value, writable: true, configurable: true });
  }
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

function findLast(this: unknown[], holds: (value: unknown, index: number, list: unknown[]) => boolean): unknown {
  for (let index = this.length - 1; index >= 0; index--) if (holds(this[index], index, this)) return this[index];
  return undefined;
}

function replaceAll(this: string, wanted: string | RegExp, by: string): string {
  if (wanted instanceof RegExp) return this.replace(wanted, by);
  return this.split(wanted).join(by);
}

function toSorted(this: unknown[], order?: (one: unknown, other: unknown) => number): unknown[] {
  return [...this].sort(order);
}

function hasOwn(thing: object, name: PropertyKey): boolean {
  return Object.getOwnPropertyDescriptor(thing, name) !== undefined;
}

const missing: readonly Missing[] = [
  { on: Array.prototype, name: 'at', value: at },
  { on: String.prototype, name: 'at', value: at },
  { on: Array.prototype, name: 'findLast', value: findLast },
  { on: Array.prototype, name: 'toSorted', value: toSorted },
  { on: String.prototype, name: 'replaceAll', value: replaceAll },
  { on: Object, name: 'hasOwn', value: hasOwn },
];
