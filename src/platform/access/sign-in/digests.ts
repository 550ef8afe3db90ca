import { createHmac, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { Db } from '../../db';

/** A login as it is compared and kept: one form for what looks alike to a person. */
export function normalLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** A digest by which equal texts are counted together, and from which nobody without the key gets the text. */
export function keyedDigest(db: Db, kind: 'login' | 'code', text: string): Buffer {
  return createHmac('sha256', db.scopeKey).update(`${kind}:${text}`).digest().subarray(0, 16);
}

/** 32 random bytes for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The source that guesses are counted by: an IPv4 address, or the network of an IPv6 address, which has 2⁶⁴ of them. */
export function sourceOf(address: string): string {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain) || !isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  while (plain.includes('::') && groups.length + after.length < 8) groups.push('0');
  return `${[...groups, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')}::/64`;
}
