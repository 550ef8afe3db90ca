import { randomFillSync } from 'node:crypto';
import { KeyRefusal } from './key-refusal';
import type { KeyRing } from './key-ring';
import { type Bytes, type CryptoProvider, nonceLength } from './provider';

/** Where a sealed value belongs. It opens nowhere else: not in another row, column, table or county. */
export type SealPlace = {
  readonly countyId: string;
  readonly table: string;
  readonly column: string;
  readonly id: string;
};

/** Bytes in front of the nonce: version of the key, algorithm. */
export const headerLength = 2;

/**
 * One text of one row, sealed: version byte, algorithm byte, 12 bytes of nonce, ciphertext, tag; 30 bytes longer than the
 * text in UTF-8 (46 under `sm`). The length of the text can be seen. Half a surrogate pair comes back as U+FFFD.
 */
export function sealField(ring: KeyRing, place: SealPlace, text: string): Buffer {
  return seal(ring, 'field', place, text);
}

/** The text that `sealField` sealed for this place; a KeyRefusal when it is not that, or when its key is not on the ring. */
export function openField(ring: KeyRing, place: SealPlace, sealed: Uint8Array): string {
  return open(ring, 'field', place, sealed).toString('utf8');
}

/** A larger value, sealed as a whole in the same envelope; what does not fit in memory is for `sealStream`. */
export function sealBytes(ring: KeyRing, place: SealPlace, bytes: Uint8Array): Buffer {
  return seal(ring, 'bytes', place, bytes);
}

/** The bytes that `sealBytes` sealed for this place; a KeyRefusal as in `openField`. */
export function openBytes(ring: KeyRing, place: SealPlace, sealed: Uint8Array): Buffer {
  return open(ring, 'bytes', place, sealed);
}

/** Whether a sealed value was written with an older key or another algorithm than would be used now. */
export function isSealedOld(ring: KeyRing, sealed: Uint8Array): boolean {
  return sealed[0] !== ring.newest('encryption') || sealed[1] !== ring.provider.algorithm;
}

/** The provider that a header names; a KeyRefusal when the key or the algorithm is unknown. */
export function providerOfHeader(ring: KeyRing, header: Uint8Array, place: SealPlace): CryptoProvider {
  const [version, algorithm] = header;
  const provider = ring.providerOf(algorithm);
  if (provider === undefined || version === 0) throw brokenSeal(place);
  if (version > ring.newest('encryption')) throw new KeyRefusal('unknownKey', { version, newest: ring.newest('encryption') });
  return provider;
}

/** What a tag proves besides the content: kind, key, algorithm and place, written so that no two read alike. */
export function boundData(kind: 'field' | 'bytes' | 'stream', version: number, algorithm: number, place: SealPlace): Buffer {
  return Buffer.from(JSON.stringify([kind, version, algorithm, place.countyId, place.table, place.column, place.id]));
}

/** The refusal of a value that was changed or belongs elsewhere; it names table and column, never the value. */
export function brokenSeal(place: SealPlace): KeyRefusal {
  return new KeyRefusal('brokenSeal', { place: `${place.table}.${place.column}` });
}

function seal(ring: KeyRing, kind: 'field' | 'bytes', place: SealPlace, plain: Bytes): Buffer {
  const { provider } = ring;
  const version = ring.newest('encryption');
  const nonce = freshNonce();
  const bound = boundData(kind, version, provider.algorithm, place);
  const { body, tag } = provider.seal(ring.sealKey(version, provider), nonce, bound, plain);
  return Buffer.concat([Uint8Array.of(version, provider.algorithm), nonce, body, tag]);
}

function open(ring: KeyRing, kind: 'field' | 'bytes', place: SealPlace, sealed: Uint8Array): Buffer {
  if (sealed.length < headerLength) throw brokenSeal(place);
  const [version, algorithm] = sealed;
  const provider = providerOfHeader(ring, sealed, place);
  const tagAt = sealed.length - provider.tagLength;
  const bodyAt = headerLength + nonceLength;
  if (tagAt < bodyAt) throw brokenSeal(place);
  const plain = provider.open(
    ring.sealKey(version, provider),
    sealed.subarray(headerLength, bodyAt),
    boundData(kind, version, algorithm, place),
    sealed.subarray(bodyAt, tagAt),
    sealed.subarray(tagAt),
  );
  if (plain === undefined) throw brokenSeal(place);
  return plain;
}

/** Random bytes are drawn for many nonces at once: one draw costs as much as a third of sealing a field. */
const nonces = Buffer.alloc(nonceLength * 512);
let nextNonce = nonces.length;

function freshNonce(): Buffer {
  if (nextNonce === nonces.length) {
    randomFillSync(nonces);
    nextNonce = 0;
  }
  nextNonce += nonceLength;
  return nonces.subarray(nextNonce - nonceLength, nextNonce);
}
