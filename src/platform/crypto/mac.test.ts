import { createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { auditMac, auditMacLength, blindIndex, documentSeal } from './mac';
import { keyRingOf, newRingText, withNewEncryptionKey } from './ring-text';

const text = newRingText('default');
const ring = keyRingOf(text);
const number = '211324201203050015';

describe('a blind index', () => {
  it('is the same for the same number, and another for another number, purpose or installation', () => {
    const index = blindIndex(ring, 'id-number', number);
    expect(index.length).toBe(16);
    expect(blindIndex(ring, 'id-number', number)).toEqual(index);
    const others = [
      blindIndex(ring, 'id-number', '21132420130901002X'),
      blindIndex(ring, 'phone', number),
      blindIndex(keyRingOf(newRingText('default')), 'id-number', number),
      blindIndex(keyRingOf({ ...text, profile: 'sm' }), 'id-number', number),
    ].map((other) => other.toString('hex'));
    expect(new Set([...others, index.toString('hex')]).size).toBe(5);
  });

  it('is a keyed one: without the key nobody can try out all numbers of a county', () => {
    const master = ring.keyFor('blind-index');
    const key = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), 'nol 1 aes-256-gcm hmac-sha256 id-number', 32));
    const expected = createHmac('sha256', key).update(number).digest().subarray(0, 16);
    expect(blindIndex(ring, 'id-number', number)).toEqual(expected);
    expect(master).not.toEqual(ring.keyFor('encryption'));
  });

  it('stays the same when the encryption key is rotated', () => {
    const rotated = keyRingOf(withNewEncryptionKey(text));
    expect(blindIndex(rotated, 'phone', '13800138000')).toEqual(blindIndex(ring, 'phone', '13800138000'));
  });

  it('is not made of nothing, because all who lack a number would then have the same', () => {
    expect(() => blindIndex(ring, 'id-number', '')).toThrow(RangeError);
  });
});

describe('a link of the audit chain', () => {
  const start = Buffer.alloc(auditMacLength);

  it('depends on the line, on every link before it, and on the key', () => {
    const [one, two] = [auditMac(ring, start, '一'), auditMac(ring, start, '二')];
    const links = [
      one,
      two,
      auditMac(ring, one, '二'),
      auditMac(ring, two, '二'),
      auditMac(keyRingOf(newRingText('sm')), start, '一'),
    ];
    expect(new Set(links.map((link) => link.toString('hex'))).size).toBe(5);
    expect(auditMac(ring, start, '一')).toEqual(one);
    expect(links.map((link) => link.length)).toEqual([32, 32, 32, 32, 32]);
  });

  it('follows a whole link only, so that no byte can move from the line into the link before', () => {
    expect(() => auditMac(ring, Buffer.alloc(31), 'line')).toThrow(RangeError);
  });
});

describe('the seal of a document', () => {
  const start = Buffer.alloc(auditMacLength);

  it('depends on the document, on every seal before it, and on the key, and is no link of the audit chain', () => {
    const [one, two] = [documentSeal(ring, start, '一'), documentSeal(ring, start, '二')];
    const seals = [
      ...[one, two, documentSeal(ring, one, '二'), documentSeal(ring, two, '二')],
      ...[documentSeal(keyRingOf(newRingText('default')), start, '一'), auditMac(ring, start, '一')],
    ];
    expect(new Set(seals.map((seal) => seal.toString('hex'))).size).toBe(6);
    expect(documentSeal(ring, start, '一')).toEqual(one);
  });

  it('follows a whole seal only, so that no byte can move from the document into the seal before', () => {
    expect(() => documentSeal(ring, Buffer.alloc(31), '账')).toThrow(RangeError);
  });
});

describe('a key ring', () => {
  it('shows none of its keys when it is printed or sent', () => {
    expect(JSON.parse(JSON.stringify(ring))).toEqual({ id: text.id, profile: 'default' });
    expect(Object.keys(ring)).toEqual(['id', 'profile']);
  });

  it('hands out copies, so that nobody can change a key of the ring', () => {
    ring.keyFor('scope').fill(0);
    expect(ring.keyFor('scope').toString('base64')).toBe(text.keys.scope[0]);
  });
});
