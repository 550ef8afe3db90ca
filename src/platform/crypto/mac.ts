import { createCipheriv } from 'node:crypto';
import type { KeyRing } from './key-ring';

/** What a blind index is of. Equal texts have equal indexes under one purpose and unrelated ones under two. */
export type BlindPurpose = 'id-number' | 'student-number' | 'phone' | 'recovery-code' | 'group';

/** Bytes of a blind index: 128 bits, so that among a hundred million values two meet by chance once in 10²² times. */
const indexLength = 16;

/**
 * 16 bytes by which a sealed value is found again by its full text, and from which nobody without the key gets the text.
 * The caller brings the text into one form first (18 characters and a capital X, digits only); an empty text has no index.
 */
export function blindIndex(ring: KeyRing, purpose: BlindPurpose, normalisedText: string): Buffer {
  if (normalisedText === '') throw new RangeError('an empty text has no blind index');
  return ring.provider.mac(ring.macKey('blind-index', purpose), normalisedText).subarray(0, indexLength);
}

/** Bytes of one of `blindBlocks`. */
export const blindBlockLength = 16;

/**
 * Blocks of 16 bytes under a key of 32, all at once: equal ones stay equal, and without the key nobody can try out what they
 * were made of. AES-256 block by block (NIST FIPS 197), a pseudo-random permutation, because one MAC a row costs ten times that.
 */
export function blindBlocks(key: Uint8Array, blocks: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(blocks), cipher.final()]);
}

/** Bytes of one link of the audit chain; the first link follows as many zeros. */
export const auditMacLength = 32;

/** The link of an audit line: a MAC of the link before it (32 bytes) and of the line, which whoever lacks the key cannot make. */
export function auditMac(ring: KeyRing, previous: Uint8Array, line: string): Buffer {
  if (previous.length !== auditMacLength) throw new RangeError('a link of the audit chain has 32 bytes');
  return ring.provider.mac(ring.macKey('audit', 'chain'), previous, line);
}

/**
 * The seal of a numbered document: a MAC of the seal before it (32 bytes, zeros for the first) and of the document, so that neither it nor
 * one before it can be altered unseen by whoever lacks the key.
 */
export function documentSeal(ring: KeyRing, previous: Uint8Array, document: string): Buffer {
  if (previous.length !== auditMacLength) throw new RangeError('a seal before a document has 32 bytes');
  return ring.provider.mac(ring.macKey('audit', 'document'), previous, document);
}
