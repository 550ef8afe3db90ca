// What a request costs: processor time of this process and of PostgreSQL together, so that a busy machine says the same.
import type { FastifyInstance, InjectOptions } from 'fastify';
import { finerCpuOf } from '../machine';

export type Request = InjectOptions | (() => InjectOptions);
/** Processor milliseconds a request, one a round. */
export type Costs = readonly number[];

const atOnce = 8;

/**
 * Puts each request `times` times a round, all kinds in turn within a round, so that what disturbs one disturbs all. Throws when an
 * answer is no success: a refusal would be cheap.
 */
export async function requestCosts<Name extends string>(
  app: FastifyInstance,
  requests: Readonly<Record<Name, Request>>,
  { rounds, times }: { readonly rounds: number; readonly times: number },
): Promise<Readonly<Record<Name, Costs>>> {
  const names = Object.keys(requests) as Name[];
  const costs = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (const name of names) await repeat(app, requests[name], Math.ceil(times / 4));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      costs[name].push((await finerCpuOf(() => repeat(app, requests[name], times))) / times);
    }
  }
  return costs;
}

async function repeat(app: FastifyInstance, request: Request, times: number): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left-- > 0) {
      const answer = await app.inject(typeof request === 'function' ? request() : request);
      if (answer.statusCode >= 300)
        throw new Error(`the benchmark was refused: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
