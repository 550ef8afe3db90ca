import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { KeyRing, type MasterKeys, masterKeyLength } from './key-ring';
import type { CryptoProfile } from './provider';

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === masterKeyLength);

/** The file of a key ring: version n of a key is the n-th of its list; a version is one byte in an envelope. */
const ringShape = z.strictObject({
  format: z.literal('nol-key-ring-1'),
  id: z.uuid(),
  profile: z.enum(['default', 'sm']),
  keys: z.strictObject({
    encryption: z.array(key).min(1).max(255),
    'blind-index': z.array(key).length(1),
    audit: z.array(key).length(1),
    scope: z.array(key).length(1),
  }),
  /** SHA-256 of all above: a flipped bit in a key is noticed before anything is written with it */
  check: z.string(),
});

/** A key ring as it stands in its file. */
export type RingText = z.infer<typeof ringShape>;

/** Most versions of the encryption key that one ring can hold. */
export const mostVersions = 255;

/** New keys, from the machine's source of randomness. */
export function newRingText(profile: CryptoProfile): RingText {
  const fresh = () => [newMasterKey()];
  const keys = { encryption: fresh(), 'blind-index': fresh(), audit: fresh(), scope: fresh() };
  return withCheck({ format: 'nol-key-ring-1', id: randomUUID(), profile, keys });
}

/** The same ring with one more version of the encryption key. */
export function withNewEncryptionKey(ring: RingText): RingText {
  return withCheck({ ...ring, keys: { ...ring.keys, encryption: [...ring.keys.encryption, newMasterKey()] } });
}

/** The text of a ring file, or undefined when it is not one or its check does not fit. */
export function parseRing(text: string): RingText | undefined {
  const parsed = ringShape.safeParse(jsonOf(text));
  return parsed.success && parsed.data.check === checkOf(parsed.data) ? parsed.data : undefined;
}

/** The text to write into the file. */
export function ringAsText(ring: RingText): string {
  return `${JSON.stringify(ring, null, 2)}\n`;
}

/** The ring in memory. */
export function keyRingOf({ id, profile, keys }: RingText): KeyRing {
  const bytes = (list: readonly string[]) => list.map((text) => Buffer.from(text, 'base64'));
  const masters: MasterKeys = {
    encryption: bytes(keys.encryption),
    'blind-index': bytes(keys['blind-index']),
    audit: bytes(keys.audit),
    scope: bytes(keys.scope),
  };
  return new KeyRing(id, profile, masters);
}

function newMasterKey(): string {
  return randomBytes(masterKeyLength).toString('base64');
}

function withCheck(ring: Omit<RingText, 'check'>): RingText {
  return { ...ring, check: checkOf(ring) };
}

function checkOf({ format, id, profile, keys }: Omit<RingText, 'check'>): string {
  const lists = [keys.encryption, keys['blind-index'], keys.audit, keys.scope];
  return createHash('sha256')
    .update(JSON.stringify([format, id, profile, lists]))
    .digest('hex');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON at all: the shape refuses it.
    return undefined;
  }
}
