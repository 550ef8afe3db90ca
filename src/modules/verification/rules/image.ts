/** Kinds of papers and photographs that are taken, by what their bytes say, never by their name. */
export type PaperKind = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

/** What a file is, or undefined for anything that is not taken. */
export function paperKind(bytes: Uint8Array): PaperKind | undefined {
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts(bytes, 0, letters('RIFF')) && starts(bytes, 8, letters('WEBP'))) return 'image/webp';
  if (starts(bytes, 0, letters('%PDF-'))) return 'application/pdf';
  return undefined;
}

/**
 * A photograph without what the camera wrote beside it – place, time, device, preview – and the same to look at; undefined when
 * its parts do not fit together. JPEG: ITU-T T.81 B.1, segments APP1 to APP15 and comments go, but for the colour profile (APP2)
 * and Adobe's word on colours (APP14). PNG: the chunks that draw stay. WebP: EXIF and XMP go. A PDF comes back as it is.
 */
export function withoutTraces(bytes: Uint8Array, kind: PaperKind): Uint8Array | undefined {
  if (kind === 'image/jpeg') return jpegWithoutTraces(bytes);
  if (kind === 'image/png') return pngWithoutTraces(bytes);
  return kind === 'image/webp' ? webpWithoutTraces(bytes) : bytes;
}

const jpeg = { startOfScan: 0xda, end: 0xd9, firstApp: 0xe1, lastApp: 0xef, colourProfile: 0xe2, adobe: 0xee, comment: 0xfe };

/** Marker by marker; what an odd program hung behind the end mark, often a second picture with its place, goes as well. */
function jpegWithoutTraces(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let drawn = false;
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === jpeg.end) return drawn ? joined([...kept, bytes.subarray(at, at + 2)]) : undefined;
    const next = marker === 0xff ? at + 1 : at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (next > bytes.length) return undefined;
    if (marker !== 0xff && next < at + 4) return undefined;
    const until = marker === jpeg.startOfScan ? endOfScan(bytes, next) : next;
    if (marker !== 0xff && !isTrace(marker)) kept.push(bytes.subarray(at, until));
    drawn ||= marker === jpeg.startOfScan;
    at = until;
  }
  return undefined;
}

function isTrace(marker: number): boolean {
  if (marker === jpeg.comment) return true;
  return marker >= jpeg.firstApp && marker <= jpeg.lastApp && marker !== jpeg.colourProfile && marker !== jpeg.adobe;
}

/** The next marker after a scan: inside it 0xff stands before 0x00 or a restart mark only. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const drawing = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'bKGD']);

function pngWithoutTraces(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + view.getUint32(at);
    if (next > bytes.length) return undefined;
    const name = text(bytes, at + 4);
    if (drawing.has(name)) kept.push(bytes.subarray(at, next));
    if (name === 'IEND') return joined(kept);
    at = next;
  }
  return undefined;
}

function webpWithoutTraces(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size & 1);
    if (at + 8 + size > bytes.length) return undefined;
    const name = text(bytes, at);
    const chunk = bytes.slice(at, Math.min(next, bytes.length));
    // The flags of the extended header say what follows; EXIF is the fourth bit, XMP the third.
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0b1100;
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk);
    at = next;
  }
  if (kept.length === 0) return undefined;
  const body = joined(kept);
  const head = bytes.slice(0, 12);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return joined([head, body]);
}

function starts(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, place) => bytes[at + place] === byte);
}

function letters(word: string): number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
