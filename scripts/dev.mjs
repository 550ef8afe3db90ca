// npm run dev: the pages from Vite, changed at once; the server beside it, built and started again when its sources change.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { buildIfStale, root } from './build.mjs';
import { servePagesForWork } from './build-web.mjs';

const SERVER_PORT = 8000;
const PAGES_PORT = 5173;
/** An editor saves several files at once. */
const PAUSE_MS = 300;

/** Works until Ctrl-C; answers with the exit code. */
export async function develop() {
  let server = startServer();
  const pages = await servePagesForWork({ api: `http://127.0.0.1:${SERVER_PORT}`, port: PAGES_PORT });
  console.log(`pages: ${pages.address}`);
  let timer;
  const watcher = watch(path.join(root, 'src'), { recursive: true }, (_event, file) => {
    if (file === null || /(^|\/)(web|ui|desk|phone)\//.test(file) || file.includes('.test.')) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await ended(server);
      server = startServer();
    }, PAUSE_MS);
  });
  await new Promise((resolve) => process.once('SIGINT', resolve));
  watcher.close();
  await Promise.all([pages.stop(), ended(server)]);
  return 0;
}

function startServer() {
  const starting = buildIfStale().then(
    () =>
      spawn(process.execPath, ['dist/cli.js', 'start', '--demo'], {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, NOL_PORT: String(SERVER_PORT) },
      }),
    (error) => {
      console.error(error.message);
      return undefined;
    },
  );
  return starting;
}

async function ended(starting) {
  const server = await starting;
  if (server === undefined || server.exitCode !== null) return;
  server.kill('SIGINT');
  await new Promise((resolve) => server.once('exit', resolve));
}
