import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Bytes, CryptoProvider } from './provider';

const tagLength = 16;

/** AES-256-GCM (NIST SP 800-38D), HMAC-SHA-256 (RFC 2104), keys by HKDF-SHA-256 (RFC 5869). */
export const defaultProvider: CryptoProvider = {
  algorithm: 1,
  tagLength,
  deriveSealKey: derive,
  deriveMacKey: derive,
  seal(key, nonce, bound, plain) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(bound);
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
    // In counter mode `final` adds no byte; it completes the tag.
    cipher.final();
    return { body, tag: cipher.getAuthTag() };
  },
  open(key, nonce, bound, body, tag) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
    decipher.setAAD(bound);
    decipher.setAuthTag(tag);
    const plain = decipher.update(body);
    try {
      decipher.final();
    } catch {
      // The only failure of `final` in this mode is a tag that does not fit.
      return undefined;
    }
    return plain;
  },
  mac: (key, first, second) => hmac(key, first, second),
};

function derive(master: Uint8Array, use: string, salt: Uint8Array = new Uint8Array(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', master, salt, `nol 1 aes-256-gcm hmac-sha256 ${use}`, 32));
}

function hmac(key: Buffer, first: Bytes, second?: Bytes): Buffer {
  const mac = createHmac('sha256', key).update(first);
  return (second === undefined ? mac : mac.update(second)).digest();
}
