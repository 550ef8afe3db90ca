import { compareRegisters } from '../modules/matching/index';
import { type Summary, summaryOf, writeResults } from '../modules/matching/server/index';
import { type Register, type RegisterKind, registerKinds } from '../modules/registers/index';
import { readRegister } from '../modules/registers/server/index';
import { type CompareOptions, registerNames } from './compare-options';
import { InterruptGuard } from './interrupt';
import { Progress } from './progress';
import { summaryLines } from './summary-lines';
import { say } from './words';

/** Reads the registers, compares them, writes what was asked for, and prints what was found. */
export async function runCompare(options: CompareOptions): Promise<void> {
  const guard = new InterruptGuard();
  const progress = new Progress();
  try {
    const summary = await compare(options, guard, progress);
    progress.clear();
    console.log(summaryLines(summary, options).join('\n'));
  } finally {
    progress.clear();
    guard.release();
  }
}

async function compare(options: CompareOptions, guard: InterruptGuard, progress: Progress): Promise<Summary> {
  const { lang, asOf, out, json } = options;
  const registers = await readAll(options, guard.signal, progress);
  const comparison = guard.unguarded(() =>
    compareRegisters(registers, asOf, (step) => progress.begin(say(lang, 'comparing', { register: registerNames[step][lang] }))),
  );
  const summary = summaryOf(comparison, localTime(new Date()));
  await writeResults(comparison, summary, {
    out,
    json,
    signal: guard.signal,
    onFile: (name) => progress.begin(say(lang, 'writing', { name })),
  });
  return summary;
}

type Read = { household: Register; enrolment: Register } & { [K in RegisterKind]?: Register };

/** Two at a time: each file is read by a process of its own, and an office computer has two cores to spare. */
async function readAll(options: CompareOptions, signal: AbortSignal, progress: Progress): Promise<Read> {
  const { lang, files, limits } = options;
  const stop = new AbortController();
  const rows = new Map<RegisterKind, number>();
  const tell = (kind: RegisterKind, count: number) => {
    rows.set(kind, count);
    const parts = [...rows].map(([one, read]) => say(lang, 'readingPart', { register: registerNames[one][lang], rows: read }));
    progress.tell(say(lang, 'reading', { parts: parts.join(lang === 'zh' ? '，' : ', ') }));
  };
  const found: { [K in RegisterKind]?: Register } = {};
  const waiting = registerKinds.filter((kind) => files[kind].length > 0);
  const work = async () => {
    for (let kind = waiting.shift(); kind !== undefined; kind = waiting.shift()) {
      const one = kind;
      const onProgress = (count: number) => tell(one, count);
      found[one] = await readRegister(one, files[one], { limits, signal: AbortSignal.any([signal, stop.signal]), onProgress });
    }
  };
  const settled = await Promise.allSettled([stopOthers(work(), stop), stopOthers(work(), stop)]);
  signal.throwIfAborted();
  if (stop.signal.aborted) throw stop.signal.reason;
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  const { household, enrolment, ...listed } = found;
  if (!household || !enrolment) throw new Error('a register was read and is not there');
  return { household, enrolment, ...listed };
}

/** The first failure is the one that is told; it ends the other reading too. */
async function stopOthers(work: Promise<void>, stop: AbortController): Promise<void> {
  await work.catch((error) => {
    stop.abort(error);
    throw error;
  });
}

/** `2025-03-01 14:05` by the clock on the wall. */
function localTime(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
