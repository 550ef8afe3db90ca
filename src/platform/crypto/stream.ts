import { randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { KeyRing } from './key-ring';
import { type CryptoProvider, nonceLength } from './provider';
import { boundData, brokenSeal, headerLength, providerOfHeader, type SealPlace } from './seal';

/** Plain bytes of every frame but the last. */
export const frameLength = 65_536;

const saltLength = 16;

/**
 * Bytes of a file in, sealed bytes out: version byte, algorithm byte, 16 bytes of salt, then frames of ciphertext and tag.
 * Each file has a key of its own, each frame is bound to its number and to whether it is the last, and the last may be
 * empty or short. Memory: one frame.
 */
export function sealStream(ring: KeyRing, place: SealPlace): Transform {
  const { provider } = ring;
  const version = ring.newest('encryption');
  const salt = randomBytes(saltLength);
  const frames = frameSealer(ring, provider, version, salt, place);
  const waiting = new Waiting();
  let begun = false;
  const begin = (stream: Transform) => {
    if (!begun) stream.push(Buffer.concat([Uint8Array.of(version, provider.algorithm), salt]));
    begun = true;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      begin(this);
      waiting.add(chunk);
      while (waiting.length > frameLength) this.push(frames.seal(waiting.take(frameLength), false));
      done();
    },
    flush(done) {
      begin(this);
      this.push(frames.seal(waiting.take(waiting.length), true));
      done();
    },
  });
}

/**
 * The other way round. A frame comes out only when its tag fits, and the stream ends with a KeyRefusal when a byte was
 * changed, a frame is missing, doubled or moved, or the end was cut off: what came before is genuine but not complete, so
 * keep it only once the stream has ended well.
 */
export function openStream(ring: KeyRing, place: SealPlace): Transform {
  const waiting = new Waiting();
  let opener: { readonly open: (frame: Buffer, last: boolean) => Buffer; readonly length: number } | undefined;
  const openFrames = (stream: Transform, ended: boolean) => {
    if (opener === undefined && waiting.length >= headerLength + saltLength) {
      const header = waiting.take(headerLength + saltLength);
      const provider = providerOfHeader(ring, header, place);
      const frames = frameSealer(ring, provider, header[0], header.subarray(headerLength), place);
      opener = { open: frames.open, length: frameLength + provider.tagLength };
    }
    if (opener === undefined) {
      if (ended) throw brokenSeal(place);
      return;
    }
    while (waiting.length > opener.length) stream.push(opener.open(waiting.take(opener.length), false));
    if (ended) stream.push(opener.open(waiting.take(waiting.length), true));
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      waiting.add(chunk);
      attempt(() => openFrames(this, false), done);
    },
    flush(done) {
      attempt(() => openFrames(this, true), done);
    },
  });
}

/** Seals or opens the frames of one file in their order. */
function frameSealer(ring: KeyRing, provider: CryptoProvider, version: number, salt: Uint8Array, place: SealPlace) {
  const key = ring.fileKey(version, provider, salt);
  const bound = boundData('stream', version, provider.algorithm, place);
  let next = 0;
  const nonceOf = (last: boolean) => {
    const nonce = Buffer.alloc(nonceLength);
    nonce.writeUIntBE(next++, 0, 6);
    nonce[6] = last ? 1 : 0;
    return nonce;
  };
  return {
    seal(plain: Buffer, last: boolean): Buffer {
      const { body, tag } = provider.seal(key, nonceOf(last), bound, plain);
      return Buffer.concat([body, tag]);
    },
    open(frame: Buffer, last: boolean): Buffer {
      const tagAt = frame.length - provider.tagLength;
      const nonce = nonceOf(last);
      const plain = tagAt < 0 ? undefined : provider.open(key, nonce, bound, frame.subarray(0, tagAt), frame.subarray(tagAt));
      if (plain === undefined) throw brokenSeal(place);
      return plain;
    },
  };
}

/** Bytes that have come and are not yet a frame. */
class Waiting {
  #chunks: Buffer[] = [];
  length = 0;

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.length += chunk.length;
  }

  take(length: number): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks, this.length);
    this.#chunks = length < all.length ? [all.subarray(length)] : [];
    this.length -= length;
    return all.subarray(0, length);
  }
}

function attempt(work: () => void, done: TransformCallback): void {
  try {
    work();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  done();
}
