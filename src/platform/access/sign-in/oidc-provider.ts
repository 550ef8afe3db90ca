import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
} from 'openid-client';

/** Somebody else's provider of identities, as whoever installs the system describes it. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** what the button calls it */ readonly name: string;
  /** the claim of the ID token that is the login here */ readonly loginClaim: string;
  /** values of `amr` or `acr` that stand for a second factor; none: our own is asked for */ readonly secondFactor: readonly string[];
  /** how browsers reach this system, without a path */ readonly address: string;
};

/** Why a provider did not let somebody in. */
export type OidcFault = 'denied' | 'unreachable' | 'untrusted';

/** Told instead of an answer that could be believed. */
export class OidcRefused extends Error {
  constructor(
    readonly fault: OidcFault,
    cause: unknown,
  ) {
    super(`the provider of identities: ${fault}`, { cause });
  }
}

/** What one sign-in is held against (RFC 7636, OpenID Connect Core §3.1). */
export type OidcChecks = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** What the provider says of a person. */
export type OidcPerson = { readonly login: string | null; readonly secondFactor: boolean };

/** The doors of a provider. Each throws `OidcRefused`. */
export type OidcProvider = {
  /** the page of the provider to which the browser is sent */
  begin(redirect: string, checks: OidcChecks): Promise<string>;
  /** asks for what the code of the answer stands for, and believes it only when every check holds */
  finish(answer: string, checks: OidcChecks): Promise<OidcPerson>;
};

/** A provider that does not answer for so long counts as not to be reached. Our choice. */
const SECONDS = 10;

/** Speaks to a provider; it is looked up when the first person comes, and again after a failure. */
export function oidcProvider(settings: OidcSettings): OidcProvider {
  let known: Promise<Configuration> | undefined;
  const configuration = async () => {
    known ??= lookUp(settings);
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return {
    begin: (redirect, { state, nonce, verifier }) =>
      told(async () => {
        const url = buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirect,
          response_type: 'code',
          scope: 'openid profile email',
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        });
        return url.href;
      }),
    finish: (answer, { state, nonce, verifier }) =>
      told(async () => {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
        const tokens = await authorizationCodeGrant(await configuration(), new URL(answer), checks);
        return personOf(tokens.claims() ?? {}, settings);
      }),
  };
}

async function lookUp({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  // The signature is checked besides the way it came: plain http on this machine bears no certificate.
  const execute = [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])];
  return discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: SECONDS });
}

type Claims = Readonly<Record<string, unknown>>;

function personOf(claims: Claims, { loginClaim, secondFactor }: OidcSettings): OidcPerson {
  const said = claims[loginClaim];
  // An address that its owner has not confirmed could be anybody's.
  const isOwn = loginClaim !== 'email' || claims.email_verified !== false;
  const methods = [claims.acr, ...(Array.isArray(claims.amr) ? claims.amr : [])];
  return {
    login: typeof said === 'string' && said !== '' && isOwn ? said : null,
    secondFactor: methods.some((method) => typeof method === 'string' && secondFactor.includes(method)),
  };
}

/** What the library throws becomes one of three faults; anything else is a fault of ours and goes up. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    throw new OidcRefused(fault, error);
  }
}

function faultOf(error: unknown): OidcFault | undefined {
  if (error instanceof AuthorizationResponseError) return 'denied';
  if (error instanceof ResponseBodyError) return 'untrusted';
  if (error instanceof ClientError)
    return error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' ? 'unreachable' : 'untrusted';
  // What `fetch` throws for a host that does not answer.
  if (error instanceof TypeError && error.message === 'fetch failed') return 'unreachable';
  return undefined;
}
