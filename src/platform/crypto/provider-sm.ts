import { createCipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Bytes, CryptoProvider } from './provider';

const cipherKeyLength = 16;
const sealKeyLength = cipherKeyLength + 32;

/**
 * SM4 in counter mode (GB/T 32907) and, over the ciphertext, HMAC-SM3 (GB/T 32905), because OpenSSL 3.0 has no SM4-GCM.
 * A seal key is the cipher's 16 bytes and the 32 of the HMAC.
 */
export const smProvider: CryptoProvider = {
  algorithm: 2,
  tagLength: 32,
  deriveSealKey: (master, use, salt) => derive(master, use, sealKeyLength, salt),
  deriveMacKey: (master, use) => derive(master, use, 32),
  seal(key, nonce, bound, plain) {
    const cipher = counterMode(key, nonce);
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
    return { body, tag: tagOf(key, nonce, bound, body) };
  },
  open(key, nonce, bound, body, tag) {
    if (tag.length !== 32 || !timingSafeEqual(tag, tagOf(key, nonce, bound, body))) return undefined;
    return counterMode(key, nonce).update(body);
  },
  mac: (key, first, second) => hmac(key, first, second),
};

/** Whether this Node.js has SM3 and SM4 and computes the examples of GB/T 32905 and GB/T 32907. */
export function hasShangMi(): boolean {
  try {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', block, null);
    return (
      cipher.update(block).toString('hex') === '681edf34d206965e86b3e94f536e4246' &&
      createHash('sm3').update('abc').digest('hex') === '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'
    );
  } catch {
    // A Node.js built without them throws for the unknown name.
    return false;
  }
}

/** The counter block is the nonce and 32 bits that count blocks of 16 bytes, so one nonce serves for 64 GiB. */
function counterMode(key: Buffer, nonce: Uint8Array) {
  const counter = Buffer.alloc(16);
  counter.set(nonce);
  return createCipheriv('sm4-ctr', key.subarray(0, cipherKeyLength), counter);
}

/** The length of the bound data comes first, so that no byte can move between it and the body. */
function tagOf(key: Buffer, nonce: Uint8Array, bound: Uint8Array, body: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bound.length);
  return createHmac('sm3', key.subarray(cipherKeyLength)).update(length).update(bound).update(nonce).update(body).digest();
}

function derive(master: Uint8Array, use: string, length: number, salt: Uint8Array = new Uint8Array(0)): Buffer {
  return Buffer.from(hkdfSync('sm3', master, salt, `nol 1 sm4-ctr hmac-sm3 ${use}`, length));
}

function hmac(key: Buffer, first: Bytes, second?: Bytes): Buffer {
  const mac = createHmac('sm3', key).update(first);
  return (second === undefined ? mac : mac.update(second)).digest();
}
