/** Whoever looks at what waits for the bureau: whether he decides there, and whether it is his own word. */
export type Decider = { readonly bureau: boolean; readonly own: boolean };

export type DecideFault = 'not-waiting' | 'not-bureau' | 'own-answer';

/** Why somebody may not decide on an answer or on a child that was met, or undefined. What pages offer is what the server takes. */
export function decideFault(waits: boolean, { bureau, own }: Decider): DecideFault | undefined {
  if (!bureau) return 'not-bureau';
  if (!waits) return 'not-waiting';
  return own ? 'own-answer' : undefined;
}
