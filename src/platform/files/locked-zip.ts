import { Readable } from 'node:stream';
import { ZipWriter } from '@zip.js/zip.js';

/** AES with a key of 256 bits (WinZip AE-2), the strongest that 7-Zip, WinRAR, 360压缩 and Bandizip open. */
const strongest = 3;

/**
 * A zip archive with one file in it that opens with the password alone, made while it is read. Its key is derived in 1,000 rounds,
 * so the password has to be one that nobody thought up. An error of the content ends the archive with that error.
 */
export function lockedZip(name: string, content: Readable, password: string): Readable {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const out = Readable.fromWeb(readable as Parameters<typeof Readable.fromWeb>[0]);
  const zip = new ZipWriter(writable, { password, encryptionStrength: strongest, useWebWorkers: false });
  const fill = async () => {
    // A workbook is packed already.
    await zip.add(name, Readable.toWeb(content) as ReadableStream<Uint8Array>, { level: 0 });
    await zip.close();
  };
  fill().catch((error: Error) => out.destroy(error));
  return out;
}
