/** `default`: AES-256-GCM and HMAC-SHA-256; `sm`: SM4-CTR with HMAC-SM3 over the ciphertext, and HMAC-SM3. */
export type CryptoProfile = 'default' | 'sm';

/** What a text or a byte string may be handed in as. */
export type Bytes = Uint8Array | string;

/** Bytes of a nonce, the same for every algorithm. */
export const nonceLength = 12;

/** The algorithms of one profile. Adding one means a new algorithm byte; what is sealed says by which it opens. */
export type CryptoProvider = {
  /** byte in every envelope */ readonly algorithm: number;
  /** bytes of the tag that proves a sealed body */ readonly tagLength: number;
  /** a key for `seal` and `open`, bound to its use and, for files, to a salt */
  readonly deriveSealKey: (master: Uint8Array, use: string, salt?: Uint8Array) => Buffer;
  /** a key of 32 bytes for `mac` */
  readonly deriveMacKey: (master: Uint8Array, use: string) => Buffer;
  /** body and tag; the nonce must never serve twice under one key */
  readonly seal: (key: Buffer, nonce: Uint8Array, bound: Uint8Array, plain: Bytes) => { body: Buffer; tag: Buffer };
  /** the plain bytes, or undefined when body, tag, nonce or bound data are not what was sealed */
  readonly open: (key: Buffer, nonce: Uint8Array, bound: Uint8Array, body: Uint8Array, tag: Uint8Array) => Buffer | undefined;
  /** 32 bytes */
  readonly mac: (key: Buffer, first: Bytes, second?: Bytes) => Buffer;
};
