import type { Draft, Operator } from './draft';
import type { Rng } from './random';

/** Errors of the ID number. */
export const idErrors = {
  idMissing: changeId(() => ''),
  idDigit: changeId((id, rng) => wrongDigit(rng, id, 18)),
  idSwap: changeId((id, rng) => swapNeighbours(id, rng)),
  idDropped: changeId((id, rng) => dropAt(id, 6 + rng.int(12))),
  idExcel: changeId((id, rng) => (rng.chance(0.7) ? `${id.slice(0, 15)}000` : `${id[0]}.${id.slice(1, 6)}E+17`)),
  idSibling: (draft, { rng }) => {
    const others = draft.child?.family.children.filter((other) => other !== draft.child) ?? [];
    if (others.length === 0) return false;
    draft.idNumber = rng.pick(others).idNumber;
    return true;
  },
  idParent: (draft, { rng }) => {
    if (!draft.child) return false;
    draft.idNumber = (rng.chance(0.5) ? draft.family.father : draft.family.mother).idNumber;
    return true;
  },
  idOld15: changeId((id) => id.slice(0, 6) + id.slice(8, 17)),
  idEarlier: (draft) => {
    if (!draft.child?.earlierId) return false;
    draft.idNumber = draft.child.earlierId;
    return true;
  },
  idLowerX: (draft) => {
    if (!draft.idNumber.endsWith('X')) return false;
    draft.idNumber = draft.idNumber.toLowerCase();
    return true;
  },
  idBlank: changeId((id, rng) => blanks(id, rng)),
  idFullWidth: changeId((id) => id.replace(/[\dX]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))),
} as const satisfies Record<string, Operator>;

/** An error that rewrites a whole number; a number already spoilt or missing stays as it is. */
function changeId(rewrite: (id: string, rng: Rng) => string): Operator {
  return (draft: Draft, { rng }) => {
    if (draft.idNumber.length !== 18) return false;
    const before = draft.idNumber;
    draft.idNumber = rewrite(before, rng);
    return draft.idNumber !== before;
  };
}

/** A number with another digit in one of its first `places` places. */
export function wrongDigit(rng: Rng, id: string, places: number): string {
  const at = rng.int(places);
  const old = id.charCodeAt(at) - 48;
  const digit = old > 9 ? rng.int(10) : (old + 1 + rng.int(9)) % 10;
  return id.slice(0, at) + digit + id.slice(at + 1);
}

/** A text without the character at a position. */
function dropAt(text: string, position: number): string {
  return text.slice(0, position) + text.slice(position + 1);
}

function swapNeighbours(id: string, rng: Rng): string {
  const start = rng.int(15);
  for (let step = 0; step < 15; step++) {
    const i = (start + step) % 15;
    if (id[i] !== id[i + 1]) return id.slice(0, i) + id[i + 1] + id[i] + id.slice(i + 2);
  }
  return id;
}

function blanks(id: string, rng: Rng): string {
  const form = rng.int(4);
  if (form === 0) return ` ${id}`;
  if (form === 1) return `${id}\u3000`;
  return form === 2 ? `${id} ` : `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;
}
