import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A provider of identities on this machine, as a county might run one. */
export type RealProvider = {
  readonly issuer: string;
  /** what a browser does there: follows the address, signs in with any password, agrees; answers with where it is sent back to */
  visit(url: string, login: string): Promise<URL>;
  /** the person cancels instead */ cancel(url: string): Promise<URL>;
  close(): Promise<void>;
};

type Client = { readonly clientId: string; readonly clientSecret: string; readonly redirects: readonly string[] };

/** Starts it. `claims` are those of every person beside the login. */
export async function realProvider(client: Client, claims: Readonly<Record<string, unknown>> = {}): Promise<RealProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [...client.redirects],
      },
    ],
    cookies: { keys: ['only for tests'] },
    conformIdTokenClaims: false,
    claims: { profile: ['preferred_username', ...Object.keys(claims)], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id, ...claims }) }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    visit: async (url, login) => {
      const browser = new Jar(issuer);
      const signIn = await browser.follow(url);
      const agreed = await browser.submit(signIn, { prompt: 'login', login, password: 'any' });
      return agreed.ours ? agreed.url : (await browser.submit(agreed, { prompt: 'consent' })).url;
    },
    cancel: async (url) => {
      const browser = new Jar(issuer);
      const { url: page } = await browser.follow(url);
      return (await browser.follow(`${page.href}/abort`)).url;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Stop = { readonly url: URL /** back at ours, not fetched */; readonly ours: boolean };

/** A browser that follows redirects within the provider and stops at ours. */
class Jar {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly issuer: string) {}

  async follow(address: string, init: RequestInit = {}): Promise<Stop> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) return { url: new URL(address), ours: false };
    const url = new URL(next, address);
    return url.origin === this.issuer ? this.follow(url.href) : { url, ours: true };
  }

  submit({ url }: Stop, form: Readonly<Record<string, string>>): Promise<Stop> {
    return this.follow(url.href, { method: 'POST', body: new URLSearchParams(form) });
  }
}
