export { KeyRefusal } from './key-refusal';
export type { KeyRing } from './key-ring';
export { auditMac, blindBlockLength, blindBlocks, blindIndex, documentSeal } from './mac';
export { createKeyRing, keyRingFile, openKeyRing, rotateEncryptionKey } from './ring-file';
export { isSealedOld, openBytes, openField, type SealPlace, sealBytes, sealField } from './seal';
export { openStream, sealStream } from './stream';
