import path from 'node:path';
import { z } from 'zod';
import type { OidcSettings } from '../platform/access/sign-in';
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
  /** how browsers reach the system, when that is not where it listens */ NOL_ADDRESS: z.url().optional(),
  /** another provider of identities (OpenID Connect); the two below belong to it */ NOL_OIDC_ISSUER: z.url().optional(),
  NOL_OIDC_CLIENT_ID: z.string().min(1).optional(),
  NOL_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  NOL_OIDC_NAME: z.string().min(1).max(30).default('统一身份认证'),
  NOL_OIDC_LOGIN_CLAIM: z.string().min(1).default('preferred_username'),
  /** values of `amr` or `acr` that stand for a second factor, with commas between */ NOL_OIDC_SECOND_FACTOR: z
    .string()
    .default('mfa'),
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
  readonly oidc: OidcSettings | undefined;
};

/** Reads the environment; throws a `StartRefusal` that names the first variable that cannot be used. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) throw notUsable(String(read.error.issues[0]?.path[0]));
  const said = read.data;
  const loopback = isLoopback(said.NOL_HOST);
  if (!loopback && said.NOL_HTTPS === 'off') throw plainHttp(said.NOL_HOST);
  return {
    dataFolder: path.resolve(said.NOL_DATA),
    host: said.NOL_HOST,
    port: said.NOL_PORT,
    databaseUrl: said.DATABASE_URL,
    ownerUrl: said.NOL_OWNER_URL,
    https: said.NOL_HTTPS === 'on',
    oidc: oidcSettings(said),
    anchorsFile: path.resolve(said.NOL_ANCHORS_FILE ?? path.join(said.NOL_DATA, 'anchors.jsonl')),
  };
}

function isLoopback(host: string): boolean {
  return ['127.0.0.1', '::1', '[::1]', 'localhost'].includes(host);
}

/** The settings of another provider; undefined without one. An issuer that speaks plain http is this machine, or is refused (SEC-04). */
function oidcSettings(said: z.output<typeof Environment>): OidcSettings | undefined {
  const { NOL_OIDC_ISSUER: issuer, NOL_OIDC_CLIENT_ID: clientId, NOL_OIDC_CLIENT_SECRET: clientSecret } = said;
  if (issuer === undefined) return undefined;
  if (clientId === undefined) throw notUsable('NOL_OIDC_CLIENT_ID');
  if (clientSecret === undefined) throw notUsable('NOL_OIDC_CLIENT_SECRET');
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) throw notUsable('NOL_OIDC_ISSUER');
  return {
    issuer,
    clientId,
    clientSecret,
    name: said.NOL_OIDC_NAME,
    loginClaim: said.NOL_OIDC_LOGIN_CLAIM,
    secondFactor: said.NOL_OIDC_SECOND_FACTOR.split(',')
      .map((value) => value.trim())
      .filter((value) => value !== ''),
    address: (said.NOL_ADDRESS ?? `http://${said.NOL_HOST}:${said.NOL_PORT}`).replace(/\/+$/, ''),
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
