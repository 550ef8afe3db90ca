import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyRefusal } from './key-refusal';
import type { CryptoProfile } from './provider';
import { keyRingOf, newRingText, withNewEncryptionKey } from './ring-text';
import type { SealPlace } from './seal';
import { frameLength, openStream, sealStream } from './stream';

const profiles = ['default', 'sm'] as const satisfies readonly CryptoProfile[];
const place: SealPlace = { countyId: '211324', table: 'file', column: 'body', id: '0198c0de-0000-7000-8000-000000000002' };
const headerLength = 18;

describe.each(profiles)('a sealed file (%s)', (profile) => {
  const text = newRingText(profile);
  const ring = keyRingOf(text);
  const sealedFrame = frameLength + (profile === 'sm' ? 32 : 16);
  const threeFrames = bytesOf(frameLength * 2 + 1000);

  it.each([0, 1, frameLength - 1, frameLength, frameLength + 1, frameLength * 2, 200_000])(
    'of %i bytes opens as it was',
    async (length) => {
      const plain = bytesOf(length);
      const sealed = await through(sealStream(ring, place), [plain]);
      expect(await through(openStream(ring, place), [sealed])).toEqual(plain);
    },
  );

  it('opens as it was however its bytes arrive', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (wrote, read) => {
        const plain = bytesOf(wrote.reduce((sum, size) => sum + size, 0));
        const sealed = await through(sealStream(ring, place), cut(plain, wrote));
        expect((await through(openStream(ring, place), cut(sealed, read))).equals(plain)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused when it ends early: at a frame, around a frame, in the header, before the header', async () => {
    const sealed = await through(sealStream(ring, place), [threeFrames]);
    const frameEnds = [0, 1, 2].map((frame) => headerLength + frame * sealedFrame);
    const ends = frameEnds.flatMap((end) => [end - 1, end, end + 1]).concat(0, 1, 2, 17, sealed.length - 1);
    for (const end of ends) expect(await codeOf(openStream(ring, place), [sealed.subarray(0, end)]), `${end}`).toBe('brokenSeal');
  });

  it('is refused when a frame is left out, doubled, moved, or something follows', async () => {
    const sealed = await through(sealStream(ring, place), [threeFrames]);
    const header = sealed.subarray(0, headerLength);
    const [a, b, c] = [0, 1, 2].map((frame) =>
      sealed.subarray(headerLength + frame * sealedFrame, headerLength + (frame + 1) * sealedFrame),
    );
    for (const parts of [[b, c], [a, c], [c], [b, a, c], [a, a, b, c], [a, b, b, c], [a, b, c, c], [a, b, c, Buffer.alloc(1)]])
      expect(await codeOf(openStream(ring, place), [header, ...parts])).toBe('brokenSeal');
    expect(await through(openStream(ring, place), [header, a, b, c])).toEqual(threeFrames);
  });

  it('is refused when any byte is changed', async () => {
    const sealed = await through(sealStream(ring, place), [bytesOf(200)]);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] ^= 1;
      expect(await codeOf(openStream(ring, place), [changed]), `byte ${at}`).toMatch(/brokenSeal|unknownKey/);
    }
  });

  it('is refused at another place and with another ring', async () => {
    const sealed = await through(sealStream(ring, place), [bytesOf(10)]);
    expect(await codeOf(openStream(ring, { ...place, id: 'another' }), [sealed])).toBe('brokenSeal');
    expect(await codeOf(openStream(keyRingOf(newRingText(profile)), place), [sealed])).toBe('brokenSeal');
  });

  it('gives out nothing of a frame that was changed', async () => {
    const sealed = await through(sealStream(ring, place), [threeFrames]);
    sealed[headerLength + sealedFrame + 5] ^= 1;
    const came: Buffer[] = [];
    await expect(pipeline(Readable.from([sealed]), openStream(ring, place), into(came))).rejects.toThrow(KeyRefusal);
    const whole = Buffer.concat(came);
    expect(threeFrames.subarray(0, whole.length).equals(whole)).toBe(true);
    expect(whole.length).toBeLessThanOrEqual(frameLength);
  });

  it('still opens after the key was rotated', async () => {
    const sealed = await through(sealStream(ring, place), [threeFrames]);
    const rotated = keyRingOf(withNewEncryptionKey(text));
    expect(await through(openStream(rotated, place), [sealed])).toEqual(threeFrames);
    expect((await through(sealStream(rotated, place), [threeFrames]))[0]).toBe(2);
  });
});

function bytesOf(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at++) bytes[at] = (at * 31 + (at >> 8)) & 255;
  return bytes;
}

/** The bytes in pieces of these sizes and a last piece with the rest. */
function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...pieces, bytes.subarray(at)];
}

function into(came: Buffer[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      came.push(chunk);
      done();
    },
  });
}

async function through(stream: NodeJS.ReadWriteStream, pieces: readonly Buffer[]): Promise<Buffer> {
  const came: Buffer[] = [];
  await pipeline(Readable.from(pieces), stream, into(came));
  return Buffer.concat(came);
}

async function codeOf(stream: NodeJS.ReadWriteStream, pieces: readonly Buffer[]): Promise<string> {
  return through(stream, pieces).then(
    () => 'opened',
    (error: unknown) => (error instanceof KeyRefusal ? error.code : String(error)),
  );
}
