import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is wrong with the tokens of a provider, one thing at a time. */
export type Fault = 'none' | 'signature' | 'nonce' | 'audience' | 'issuer' | 'expired' | 'token-error' | 'silent';

/** A provider made for lying: it issues tokens for whoever brings a code, with the fault that is set. */
export type FalseProvider = {
  readonly issuer: string;
  fault: Fault;
  claims: Readonly<Record<string, unknown>>;
  /** the nonce of the sign-in that is under way, as the address of the provider said it */ nonce: string;
  close(): Promise<void>;
};

/** Starts it on this machine. */
export async function falseProvider(clientId: string): Promise<FalseProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: FalseProvider = {
    issuer,
    fault: 'none',
    claims: {},
    nonce: '',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const answers: Readonly<Record<string, () => object | undefined>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'one' }] }),
    '/token': () => {
      if (provider.fault === 'token-error') return undefined;
      const signer = provider.fault === 'signature' ? strangers.privateKey : keys.privateKey;
      return { access_token: 'a', token_type: 'bearer', expires_in: 60, id_token: idToken(provider, clientId, signer) };
    },
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (provider.fault === 'silent') return void request.socket.destroy();
    const answer = answers[new URL(request.url ?? '/', issuer).pathname]?.();
    response.writeHead(answer === undefined ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { error: 'invalid_grant' }));
  });
  return provider;
}

function idToken({ issuer, fault, claims, nonce }: FalseProvider, clientId: string, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: fault === 'issuer' ? 'http://127.0.0.1:1' : issuer,
    aud: fault === 'audience' ? 'somebody-else' : clientId,
    sub: 'x',
    iat: now,
    exp: fault === 'expired' ? now - 3600 : now + 600,
    nonce: fault === 'nonce' ? 'another' : nonce,
    ...claims,
  };
  const said = [{ alg: 'RS256', kid: 'one' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`;
}
