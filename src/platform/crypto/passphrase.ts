import { KeyRing } from './key-ring';

/** A ring with one key for everything, for what is sealed under a passphrase: 32 bytes from a slow derivation. */
export function passphraseRing(key: Buffer): KeyRing {
  return new KeyRing('-', 'default', { encryption: [key], 'blind-index': [key], audit: [key], scope: [key] });
}
