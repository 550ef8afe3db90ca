import type { KeyRing } from '../../../platform/crypto';
import type { Register } from '../../registers/index';
import type { LoadedRegister } from '../server/run/loaded-registers';
import { rowTexts } from './row-identity';

/** The lists of one kind without the names of their rows, as the module `registers` puts them together. */
export type UnnamedRegister = Omit<LoadedRegister, 'keys' | 'contents'>;

/** Names rows that were never imported, in the manner of `readCurrent`: by who they speak of, then by what they say. */
export function namedRows(ring: KeyRing, loaded: UnnamedRegister): LoadedRegister {
  const { register, units, unitOf } = loaded;
  const hash = hasher(ring);
  const texts = rowTexts(register);
  const identities = new Map<string, number[]>();
  for (let row = 0; row < register.count; row++) {
    const identity = texts.identityOf(row);
    const rows = identities.get(identity);
    if (rows) rows.push(row);
    else identities.set(identity, [row]);
  }
  const contents = Array.from({ length: register.count }, (_, row) => hash('row-content', texts.contentOf(row)));
  const keys = new Array<string>(register.count);
  const order = (row: number) => `${units[unitOf[row]]?.path}|${contents[row]}`;
  for (const [identity, rows] of identities) {
    const key = hash(`row-key-${register.kind}`, identity);
    if (rows.length > 1) rows.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a - b));
    rows.forEach((row, place) => {
      keys[row] = place === 0 ? key : `${key}.${place}`;
    });
  }
  return { ...loaded, keys, contents };
}

/** One list of the whole county, of one day, in one batch. */
export function wholeRegister(
  register: Register,
  list: { batchId: string; snapshotId: string; asOf: string; path: string },
): UnnamedRegister {
  const { batchId, snapshotId, asOf, path } = list;
  return {
    register,
    batches: [batchId],
    batchOf: new Uint16Array(register.count),
    rowNos: Uint32Array.from({ length: register.count }, (_, row) => row),
    units: [{ snapshotId, tree: 'county', path, asOf, rows: register.count }],
    unitOf: new Uint16Array(register.count),
  };
}

function hasher(ring: KeyRing): (use: string, text: string) => string {
  return (use, text) => ring.provider.mac(ring.macKey('blind-index', use), text).subarray(0, 16).toString('hex');
}
