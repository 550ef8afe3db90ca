// Finds a Chromium for the tests that need one: named by CHROMIUM_PATH, packed in an npm package, or installed on the machine.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './files.mjs';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const packed = path.join(root, 'node_modules/@sparticuz/chromium');
const font = path.join(root, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

/**
 * Answers with the program and the environment it needs, or with the reason why there is none. The packed one comes before an
 * installed one: it is the same on every machine, and a browser without a screen, which takes two thirds of the time (69 s of CPU
 * against 106 s for e2e/report). It is unpacked once, into a folder of this user (some seconds, 300 MB).
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named)
    return existsSync(named) ? { program: named, env: {} } : { reason: `CHROMIUM_PATH names ${named}, which is not there` };
  const ours = packedBrowser();
  if (ours.program !== undefined) return ours;
  const program = installed.find((file) => existsSync(file));
  return program ? { program, env: {} } : { reason: `no Chromium on this machine, and ${ours.reason}` };
}

function packedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { reason: `none is packed for it (${process.platform} ${process.arch}); install one or set CHROMIUM_PATH` };
  if (!existsSync(packed) || !existsSync(font)) return { reason: 'the package with one is not installed' };
  return unpacked();
}

function unpacked() {
  const { version } = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8'));
  const folder = path.join(os.tmpdir(), `nol-chromium-${version}-${os.userInfo().uid}`);
  if (!existsSync(folder)) {
    const failed = unpack(folder);
    if (failed) return { reason: `the packed Chromium cannot be unpacked: ${failed}` };
  }
  const env = { FONTCONFIG_PATH: path.join(folder, 'fonts'), LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') };
  return { program: path.join(folder, 'chromium'), env };
}

/** Into a folder beside it and then in one step to its name, so that two runs at once do not see each other's half. */
function unpack(folder) {
  const fresh = mkdtempSync(`${folder}-`);
  try {
    // The package unpacks to the folder for temporary files, and its libraries only where it believes to be on that cloud.
    const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    const script = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env, encoding: 'utf8' });
    if (run.status !== 0) return run.stderr.trim().split('\n').slice(-1)[0] || `it ended with ${run.status ?? run.signal}`;
    // Its own list of fonts names folders of that cloud, and without any font it dies; Chinese is in none of those it brings.
    copyFileSync(font, path.join(fresh, 'fonts/NotoSansSC.ttf'));
    writeFileSync(path.join(fresh, 'fonts/fonts.conf'), fontList(folder));
    if (!existsSync(folder)) renameSync(fresh, folder);
    return undefined;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function fontList(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
