export { KeyRefusal, type KeyRefusalCode } from './key-refusal';
export type { KeyPurpose, KeyRing } from './key-ring';
export { auditMac, auditMacLength, type BlindPurpose, blindIndex } from './mac';
export type { CryptoProfile, CryptoProvider } from './provider';
export { createKeyRing, keyRingFile, openKeyRing, rotateEncryptionKey } from './ring-file';
export { isSealedOld, openBytes, openField, type SealPlace, sealBytes, sealField } from './seal';
export { openStream, sealStream } from './stream';
