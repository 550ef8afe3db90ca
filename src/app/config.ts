import path from 'node:path';
import { z } from 'zod';
import { StartRefusal } from '../platform/db';

const port = z.coerce.number().int().min(0).max(65_535);

/** The environment, read once. Everything has a safe default; a value that makes no sense stops the start. */
const Environment = z.object({
  NOL_DATA: z.string().min(1).default(path.join('data', 'server')),
  NOL_HOST: z.string().min(1).default('127.0.0.1'),
  NOL_PORT: port.default(8000),
  /** a server of one's own instead of the embedded one: the role that serves */ DATABASE_URL: z.url().optional(),
  /** the role that owns the tables and migrates, when it is another */ NOL_OWNER_URL: z.url().optional(),
  /** where the ends of the audit trail are noted, best on another machine's disk */ NOL_ANCHORS_FILE: z
    .string()
    .min(1)
    .optional(),
  /** `on` when a gateway in front speaks https; cookies are then bound to it */ NOL_HTTPS: z.enum(['on', 'off']).default('off'),
});

export type Config = {
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly ownerUrl: string | undefined;
  readonly https: boolean;
  readonly anchorsFile: string;
};

/** Reads the environment; throws a `StartRefusal` that names the first variable that cannot be used. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) throw notUsable(String(read.error.issues[0]?.path[0]));
  const said = read.data;
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(said.NOL_HOST);
  if (!loopback && said.NOL_HTTPS === 'off') throw plainHttp(said.NOL_HOST);
  return {
    dataFolder: path.resolve(said.NOL_DATA),
    host: said.NOL_HOST,
    port: said.NOL_PORT,
    databaseUrl: said.DATABASE_URL,
    ownerUrl: said.NOL_OWNER_URL,
    https: said.NOL_HTTPS === 'on',
    anchorsFile: path.resolve(said.NOL_ANCHORS_FILE ?? path.join(said.NOL_DATA, 'anchors.jsonl')),
  };
}

function notUsable(name: string): StartRefusal {
  return new StartRefusal(
    'setting',
    `环境变量 ${name} 的值不能用。请按 docs/operations.md 改正后再启动。`,
    `The value of the environment variable ${name} cannot be used. See docs/operations.md.`,
  );
}

/** SEC-04: a password must not cross a network in clear. */
function plainHttp(host: string): StartRefusal {
  return new StartRefusal(
    'plain-http',
    `监听地址 ${host} 不是本机，但没有 https，密码会明文传输。请在前面放 https 网关并设 NOL_HTTPS=on，或只监听 127.0.0.1。`,
    `The address ${host} is not this machine alone, and without https passwords would travel in clear. Put an https gateway in front and set NOL_HTTPS=on, or listen on 127.0.0.1.`,
  );
}

/** Where the attachments lie. */
export function filesFolderOf(config: Config): string {
  return path.join(config.dataFolder, 'files');
}
