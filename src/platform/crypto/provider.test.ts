import { createCipheriv, createHmac, getCiphers } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaultProvider } from './provider-default';
import { hasShangMi, smProvider } from './provider-sm';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('the default algorithms', () => {
  it('seal as test case 16 of the GCM specification says', () => {
    const key = bytes('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const plain = bytes(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    );
    const bound = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const { body, tag } = defaultProvider.seal(key, bytes('cafebabefacedbaddecaf888'), bound, plain);
    expect(body.toString('hex')).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    );
    expect(tag.toString('hex')).toBe('76fc6ece0f4e1768cddf8853bb2d551b');
  });

  it('compute a MAC as test case 2 of RFC 4231 says, in one part or two', () => {
    const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    const key = Buffer.from('Jefe');
    expect(defaultProvider.mac(key, 'what do ya want for nothing?').toString('hex')).toBe(expected);
    expect(defaultProvider.mac(key, 'what do ya want ', 'for nothing?').toString('hex')).toBe(expected);
  });
});

describe('the SM algorithms', () => {
  it('are computed by this Node.js as GB/T 32905 and GB/T 32907 say', () => {
    expect(hasShangMi()).toBe(true);
  });

  it('encrypt with SM4 block by block over a counter, and prove it with HMAC-SM3 over length, bound data, nonce and body', () => {
    const cipherKey = bytes('0123456789abcdeffedcba9876543210');
    const macKey = Buffer.alloc(32, 7);
    const [nonce, bound, plain] = [bytes('00112233445566778899aabb'), Buffer.from('place'), Buffer.alloc(40, 'x')];
    const blocks = createCipheriv('sm4-ecb', cipherKey, null).setAutoPadding(false);
    const counters = [0, 1, 2].map((block) => Buffer.concat([nonce, bytes(`0000000${block}`)]));
    const keystream = Buffer.concat(counters.map((counter) => blocks.update(counter)));
    const expected = Buffer.from(plain.map((byte, at) => byte ^ keystream[at]));

    const { body, tag } = smProvider.seal(Buffer.concat([cipherKey, macKey]), nonce, bound, plain);
    expect(body.toString('hex')).toBe(expected.toString('hex'));
    const proof = createHmac('sm3', macKey).update(bytes('00000005')).update(bound).update(nonce).update(expected);
    expect(tag.toString('hex')).toBe(proof.digest('hex'));
  });

  it('have no SM4-GCM here, which is why they encrypt and then prove', () => {
    expect(getCiphers()).toContain('sm4-ctr');
    expect(getCiphers()).not.toContain('sm4-gcm');
  });
});

describe('every derived key', () => {
  it.each([defaultProvider, smProvider])('differs by use, by salt and from its master (%#)', (provider) => {
    const master = Buffer.alloc(32, 1);
    const keys = [
      master,
      provider.deriveSealKey(master, 'value'),
      provider.deriveSealKey(master, 'stream', Buffer.alloc(16, 1)),
      provider.deriveSealKey(master, 'stream', Buffer.alloc(16, 2)),
      provider.deriveMacKey(master, 'phone'),
      provider.deriveMacKey(master, 'id-number'),
    ].map((key) => key.subarray(0, 16).toString('hex'));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
