/** A stretch of a text, and whether the other text has it too. */
export type Stretch = { readonly text: string; readonly same: boolean };

/** Two texts cut where they differ, character by character, along their longest common part; a blank counts as a character. */
export function differenceOf(
  left: string,
  right: string,
): { readonly left: readonly Stretch[]; readonly right: readonly Stretch[] } {
  const [a, b] = [Array.from(left), Array.from(right)];
  const common = commonLengths(a, b);
  const [inLeft, inRight]: [boolean[], boolean[]] = [[], []];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      inLeft[i++] = true;
      inRight[j++] = true;
    } else if (j >= b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) inLeft[i++] = false;
    else inRight[j++] = false;
  }
  return { left: stretches(a, inLeft), right: stretches(b, inRight) };
}

/** Of every two ends of the texts how much they have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  return lengths;
}

function stretches(characters: readonly string[], same: readonly boolean[]): readonly Stretch[] {
  const found: { text: string; same: boolean }[] = [];
  characters.forEach((character, at) => {
    const last = found[found.length - 1];
    if (last?.same === same[at]) last.text += character;
    else found.push({ text: character, same: same[at] });
  });
  return found;
}
