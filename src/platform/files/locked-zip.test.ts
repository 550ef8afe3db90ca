import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { lockedZip } from './locked-zip';

const password = 'K7PX-29QM-WT4D-HJ6R';
const content = Buffer.concat([Buffer.from('姓名,身份证号\n李明,211324201503070013\n'), Buffer.alloc(70_000, 'x')]);

/** Opens the one entry of an archive by the description of the format (APPNOTE, WinZip AE-2), without the package that wrote it. */
function opened(zip: Buffer, key: string): Buffer {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const central = zip.readUInt32LE(end + 16);
  expect(zip.readUInt16LE(central + 8) & 1, 'encrypted').toBe(1);
  expect(zip.readUInt16LE(central + 10), 'AES').toBe(99);
  const start = zip.readUInt32LE(central + 42);
  const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  const body = zip.subarray(data, data + zip.readUInt32LE(central + 20));
  const keys = pbkdf2Sync(key, body.subarray(0, 16), 1000, 66, 'sha1');
  if (!body.subarray(16, 18).equals(keys.subarray(64, 66))) throw new Error('wrong password');
  const sealed = body.subarray(18, -10);
  const mac = createHmac('sha1', keys.subarray(32, 64)).update(sealed).digest().subarray(0, 10);
  if (!mac.equals(body.subarray(-10))) throw new Error('changed');
  const blocks = Buffer.alloc(Math.ceil(sealed.length / 16) * 16);
  for (let at = 0; at * 16 < blocks.length; at++) blocks.writeUInt32LE(at + 1, at * 16);
  const stream = createCipheriv('aes-256-ecb', keys.subarray(0, 32), null).setAutoPadding(false).update(blocks);
  return Buffer.from(sealed.map((byte, at) => byte ^ (stream[at] ?? 0)));
}

it('opens with its password alone, as the format describes it', async () => {
  const zip = await buffer(lockedZip('台账.xlsx', Readable.from([content.subarray(0, 99), content.subarray(99)]), password));
  expect(opened(zip, password).equals(content)).toBe(true);
  expect(() => opened(zip, 'K7PX-29QM-WT4D-HJ6S')).toThrow('wrong password');
  expect(zip.includes('211324201503070013')).toBe(false);
  expect(zip.includes('台账.xlsx')).toBe(true);
});

it('ends with the error of its content', async () => {
  async function* breaking() {
    yield content;
    throw new Error('the seal is broken');
  }
  await expect(buffer(lockedZip('台账.xlsx', Readable.from(breaking()), password))).rejects.toThrow('the seal is broken');
});
