import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeyRefusal } from './key-refusal';
import { createKeyRing, keyRingFile, openKeyRing, rotateEncryptionKey } from './ring-file';
import { openField, sealField } from './seal';

const place = { countyId: '211324', table: 'child', column: 'phone', id: '1' };
let folder = '';
let file = '';
let round = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nol-ring-'));
});
beforeEach(() => {
  round++;
  file = keyRingFile(path.join(folder, `${round}`), {});
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a new key ring', () => {
  it('lies in a file that only its owner may read, in a folder that only its owner may enter', async () => {
    await createKeyRing(file);
    expect(path.relative(folder, file)).toBe(path.join(`${round}`, 'keys', 'ring.json'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    expect(await readdir(path.dirname(file))).toEqual(['ring.json']);
  });

  it('has the keys that the file gives back, each another', async () => {
    const [made, opened] = [await createKeyRing(file), await openKeyRing(file)];
    const purposes = ['encryption', 'blind-index', 'audit', 'scope'] as const;
    expect(purposes.map((purpose) => opened.keyFor(purpose))).toEqual(purposes.map((purpose) => made.keyFor(purpose)));
    expect(new Set(purposes.map((purpose) => opened.keyFor(purpose).toString('hex'))).size).toBe(4);
    expect(opened.id).toBe(made.id);
  });

  it('can be made for the SM algorithms, and stays so', async () => {
    await createKeyRing(file, 'sm');
    const ring = await openKeyRing(file);
    expect(ring.profile).toBe('sm');
    expect(openField(ring, place, sealField(ring, place, '13800138000'))).toBe('13800138000');
  });

  it('is never made over an old one, even by twenty at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => createKeyRing(file)));
    const made = results.filter((result) => result.status === 'fulfilled');
    expect(made.length).toBe(1);
    expect(new Set(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : [])))).toEqual(
      new Set(['exists']),
    );
    expect((await openKeyRing(file)).id).toBe(made[0].value.id);
  });

  it('lies where NOL_KEYS_FILE says', () => {
    expect(keyRingFile('/data', { NOL_KEYS_FILE: '/keys/nol.json' })).toBe('/keys/nol.json');
    expect(keyRingFile('/data', { NOL_KEYS_FILE: '' })).toBe('/data/keys/ring.json');
  });

  it('is refused with a reason where it cannot be written', async () => {
    await writeFile(path.join(folder, 'a-file'), '');
    expect(await codeOf(createKeyRing(path.join(folder, 'a-file', 'keys', 'ring.json')))).toBe('unwritable');
  });
});

describe('a key ring is not used', () => {
  it('when it is missing, and nothing is made in its place', async () => {
    await expect(openKeyRing(file)).rejects.toThrow(
      /^找不到密钥文件 .*不要新建，新密钥打不开旧数据。 The key file .* is missing/,
    );
    expect(await codeOf(openKeyRing(file))).toBe('missing');
    expect(await codeOf(rotateEncryptionKey(file))).toBe('missing');
    expect(await codeOf(stat(file))).toBe('ENOENT');
  });

  it.each([0o640, 0o604, 0o660, 0o644])('when others may read or write it (%o)', async (mode) => {
    await createKeyRing(file);
    await chmod(file, mode);
    expect(await codeOf(openKeyRing(file))).toBe('exposed');
    expect(await codeOf(rotateEncryptionKey(file))).toBe('exposed');
  });

  it('when others may change its folder', async () => {
    await createKeyRing(file);
    await chmod(path.dirname(file), 0o770);
    expect(await codeOf(openKeyRing(file))).toBe('exposedFolder');
    await chmod(path.dirname(file), 0o755);
    expect(await codeOf(openKeyRing(file))).toBe('opened');
  });

  it('when a byte of it was changed, unless the change means nothing', async () => {
    const ring = await createKeyRing(file);
    const bytes = await readFile(file);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 1;
      await writeFile(file, changed);
      const opened = await openKeyRing(file).catch((error: unknown) => error);
      if (opened instanceof KeyRefusal) expect(opened.code, `byte ${at}`).toBe('damaged');
      else expect(opened, `byte ${at}`).toMatchObject({ id: ring.id, profile: 'default' });
    }
  });

  it('when it was cut short, is empty, is something else, or is a folder', async () => {
    await createKeyRing(file);
    const whole = await readFile(file, 'utf8');
    for (const text of [whole.slice(0, -3), '', '{}', 'null', '[1]', '\0'.repeat(50), ' '.repeat(2_000_000)]) {
      await writeFile(file, text);
      expect(await codeOf(openKeyRing(file))).toBe('damaged');
    }
    await rm(file);
    await mkdir(file, { mode: 0o700 });
    expect(await codeOf(openKeyRing(file))).toBe('unreadable');
  });
});

describe('rotating the encryption key', () => {
  it('adds a version, and both old and new values open', async () => {
    const before = await createKeyRing(file);
    const sealed = sealField(before, place, '13800138000');
    const after = await rotateEncryptionKey(file);
    const opened = await openKeyRing(file);
    expect([before.newest('encryption'), after.newest('encryption'), opened.newest('encryption')]).toEqual([1, 2, 2]);
    expect(openField(opened, place, sealed)).toBe('13800138000');
    expect(openField(opened, place, sealField(after, place, '13900139000'))).toBe('13900139000');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('by many at once loses no key that anybody was given', async () => {
    await createKeyRing(file);
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => rotateEncryptionKey(file)));
    const ring = await openKeyRing(file);
    const given = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(given.length).toBeGreaterThan(0);
    expect(ring.newest('encryption')).toBe(given.length + 1);
    for (const one of given) expect(openField(ring, place, sealField(one, place, '1'))).toBe('1');
    for (const result of results) if (result.status === 'rejected') expect(result.reason.code).toBe('rotating');
  });

  it('is refused while another is under way or was interrupted, and changes nothing then', async () => {
    await createKeyRing(file);
    const before = await readFile(file, 'utf8');
    await writeFile(`${file}.new`, '');
    expect(await codeOf(rotateEncryptionKey(file))).toBe('rotating');
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await readFile(`${file}.new`, 'utf8')).toBe('');
  });

  it('ends with version 255', async () => {
    await createKeyRing(file);
    for (let version = 2; version <= 255; version++) await rotateEncryptionKey(file);
    expect(await codeOf(rotateEncryptionKey(file))).toBe('worn');
    expect((await openKeyRing(file)).newest('encryption')).toBe(255);
  });

  it('killed at any moment leaves a whole ring with every earlier key', async () => {
    await createKeyRing(file);
    const program = await rotatingProgram();
    const sealed: Buffer[] = [];
    for (let kill = 0; kill < 15; kill++) {
      const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await wait(kill * 3);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const ring = await openKeyRing(file);
      sealed.push(sealField(ring, place, `${kill}`));
      sealed.forEach((value, at) => {
        expect(openField(ring, place, value)).toBe(`${at}`);
      });
      await rm(`${file}.new`, { force: true });
    }
    expect((await openKeyRing(file)).newest('encryption')).toBeGreaterThan(1);
  });
});

/** A process of its own that rotates and rotates, up to a few versions before the last. */
async function rotatingProgram(): Promise<string> {
  const outfile = path.join(folder, 'rotate.mjs');
  const code = `
    import { rotateEncryptionKey } from './ring-file';
    console.log('begun');
    for (let i = 0; i < 12; i++) await rotateEncryptionKey(process.argv[2]);
    setInterval(() => {}, 1000);`;
  const stdin = { contents: code, resolveDir: import.meta.dirname, loader: 'ts' as const };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  return outfile;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'opened',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
}
