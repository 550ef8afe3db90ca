/**
 * Whether what is said of a child is another word than the one its school signed: it was said, or was sent back and is open again
 * (`saidAt` null), after the signature. A school that has not signed has nothing changed behind its back.
 */
export function isChangedAfter(signedAt: number | undefined, saidAt: number | null): boolean {
  return signedAt !== undefined && (saidAt === null || saidAt > signedAt);
}
