import { z } from 'zod';
import type { StoredFact } from '../../children/server/index';
import type { Fact } from '../rules/facts';
import { type Outcome, outcomes, proofKinds } from '../rules/outcomes';

const at = z.string();

/** What each kind of fact says beside its day and source. */
const bodies = {
  household: z.strictObject({
    row: z.string(),
    state: z.enum(['listed', 'moved-out', 'cancelled', 'missing', 'dead', 'gone']),
  }),
  enrolment: z.strictObject({
    row: z.string(),
    state: z.enum([
      ...(['studying', 'suspended', 'transferred-out', 'left', 'graduated'] as const),
      ...(['dead', 'abroad', 'unclear', 'gone'] as const),
    ]),
    stage: z.enum(['primary', 'junior', 'unknown']),
    placement: z.enum(['ordinary', 'special-school', 'home-teaching']),
    at,
  }),
  'class-list': z.strictObject({
    at,
    answer: z.enum(['present', 'absent', 'no-list']),
    placement: z.enum(['ordinary', 'special-school', 'home-teaching']).exactOptional(),
  }),
  disability: z.strictObject({ listed: z.boolean() }),
  review: z.strictObject({ pair: z.string(), open: z.boolean() }),
  home: z.strictObject({ area: at.exactOptional() }),
  question: z.strictObject({ task: z.string(), open: z.boolean() }),
  answer: z.strictObject({
    task: z.string(),
    outcome: z.enum(Object.keys(outcomes) as Outcome[]),
    proofs: z.array(z.enum(proofKinds)),
    at: at.exactOptional(),
  }),
  decision: z.strictObject({
    answer: z.string(),
    verdict: z.enum(['accepted', 'sent-back']),
    validUntil: z.string().exactOptional(),
  }),
  attendance: z.strictObject({ verdict: z.enum(['present', 'absent', 'leave']), at }),
  withdrawn: z.strictObject({ of: z.string() }),
} satisfies { readonly [K in Fact['kind']]: z.ZodType<Omit<Extract<Fact, { kind: K }>, Common>> };

type Common = 'id' | 'kind' | 'happened' | 'recorded' | 'source' | 'batch' | 'evidence';

/** A recorded fact as the rules read it. Throws on one that says what no rule understands: whoever recorded it is at fault. */
export function factFrom(stored: StoredFact): Fact {
  const { factId: id, kind, happened, recordedAt, source, batch, evidence } = stored;
  if (!isKnown(kind)) throw new Error(`fact ${id} is of the kind ${kind}, which no rule of standing knows`);
  return {
    ...bodies[kind].parse(stored.body),
    ...{ id, kind, happened, source, recorded: recordedAt.toISOString() },
    ...(batch === undefined ? {} : { batch }),
    ...(evidence === undefined ? {} : { evidence }),
  } as Fact;
}

function isKnown(kind: string): kind is Fact['kind'] {
  return kind in bodies;
}
