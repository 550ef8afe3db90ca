import { murmur, murmurLength } from '../../../kernel/murmur';

/**
 * Draws `size` of some ids with a seed: the same seed, ids and size draw the same ones in the same order, in whatever order the ids
 * come. Each id is given a number by seed and id (MurmurHash3), and the smallest are drawn, so that one more id moves nobody else.
 */
export function draw(ids: readonly string[], seed: string, size: number): readonly string[] {
  return ids
    .map((id) => ({ id, key: keyOf(`${seed} ${id}`) }))
    .sort((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}

const encoder = new TextEncoder();

function keyOf(text: string): string {
  const said = encoder.encode(text);
  const bytes = new Uint8Array(said.length + murmurLength);
  bytes.set(said);
  const hash = new Uint8Array(murmurLength);
  murmur(bytes, said.length, hash, 0);
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
