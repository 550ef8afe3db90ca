import type { CryptoProfile, CryptoProvider } from './provider';
import { defaultProvider } from './provider-default';
import { smProvider } from './provider-sm';

/** What a master key is for. No key serves two purposes. */
export type KeyPurpose = 'encryption' | 'blind-index' | 'audit' | 'scope';

/** The master keys of each purpose, 32 bytes each; version n stands at n - 1. */
export type MasterKeys = Readonly<Record<KeyPurpose, readonly Buffer[]>>;

/** Bytes of a master key. */
export const masterKeyLength = 32;

const providers = { default: defaultProvider, sm: smProvider } as const satisfies Record<CryptoProfile, CryptoProvider>;

/**
 * The master keys of one installation, in memory. Nothing of them is enumerable, so a ring that ends in a log or in JSON
 * shows its id and its profile only.
 */
export class KeyRing {
  readonly #masters: MasterKeys;
  /** by version and algorithm, and by use: derived once, and looked up without making a string */
  readonly #sealKeys = new Map<number, Buffer>();
  readonly #macKeys = { 'blind-index': new Map<string, Buffer>(), audit: new Map<string, Buffer>() };

  constructor(
    /** of the installation, kept through every rotation: a database can tell whether this ring is its own */
    readonly id: string,
    readonly profile: CryptoProfile,
    masters: MasterKeys,
  ) {
    this.#masters = masters;
  }

  /** The algorithms for what is written now. */
  get provider(): CryptoProvider {
    return providers[this.profile];
  }

  /** The algorithms that an envelope's algorithm byte names, or undefined. */
  providerOf(algorithm: number): CryptoProvider | undefined {
    return Object.values(providers).find((provider) => provider.algorithm === algorithm);
  }

  /** The version of a purpose's key that is written with now; versions count from 1. */
  newest(purpose: KeyPurpose): number {
    return this.#masters[purpose].length;
  }

  /** A copy of the newest master key of a purpose, 32 bytes, for whoever must hand the key itself to somebody. */
  keyFor(purpose: KeyPurpose): Buffer {
    return Buffer.from(this.#master(purpose, this.newest(purpose)));
  }

  /** The key that seals and opens single values under one version and one algorithm. */
  sealKey(version: number, provider: CryptoProvider): Buffer {
    return once(this.#sealKeys, version * 256 + provider.algorithm, () =>
      provider.deriveSealKey(this.#master('encryption', version), 'value'),
    );
  }

  /** A key that seals and opens one file; not kept, because no two files share their salt. */
  fileKey(version: number, provider: CryptoProvider, salt: Uint8Array): Buffer {
    return provider.deriveSealKey(this.#master('encryption', version), 'stream', salt);
  }

  /** The key of a MAC for one use, by the profile's algorithm. */
  macKey(purpose: 'blind-index' | 'audit', use: string): Buffer {
    return once(this.#macKeys[purpose], use, () => this.provider.deriveMacKey(this.#master(purpose, this.newest(purpose)), use));
  }

  #master(purpose: KeyPurpose, version: number): Buffer {
    const master = this.#masters[purpose][version - 1];
    if (master === undefined) throw new RangeError(`no ${purpose} key of version ${version}`);
    return master;
  }
}

function once<K>(known: Map<K, Buffer>, name: K, derive: () => Buffer): Buffer {
  const old = known.get(name);
  if (old !== undefined) return old;
  const fresh = derive();
  known.set(name, fresh);
  return fresh;
}
