import { type Verdict, verifyAudit } from '../platform/access/trail/verify';
import { type Context, newId, recordAct } from '../platform/db';
import { readArguments } from './arguments';
import { readConfig } from './config';
import { logLine } from './log';
import { Progress } from './progress';
import { CommandRefusal } from './refusal';
import { trailWords } from './trail-words';
import { visitHouse } from './visit-house';
import { type Lang, say } from './words';

/**
 * `nol verify-audit`: looks at every line of the trail and at the anchors; the server may be at work. Refuses, and so ends with
 * code 2, with the first line that is not as it was written.
 */
export async function runVerify(args: readonly string[]): Promise<'help' | undefined> {
  const typed = readArguments('verify-audit', args, {});
  if (typed.has('help')) return 'help';
  const { lang } = typed;
  const config = readConfig(process.env);
  const house = await visitHouse(config, logLine);
  const progress = new Progress();
  try {
    if (house.county === undefined) throw new CommandRefusal(lang, 'noCounty');
    const verdict = await verifyAudit(house.db, config.anchorsFile, (lines) =>
      progress.tell(say(lang, trailWords.reading, { lines })),
    );
    progress.clear();
    console.log(anchorLine(lang, verdict));
    const { firstBroken: broken, lines, anchors } = verdict;
    if (broken) {
      const facts = { chain: broken.chain, seq: broken.seq, why: say(lang, trailWords[broken.why]) };
      throw new CommandRefusal(lang, trailWords.broken, facts);
    }
    if (anchors.brokenLine !== null) throw new CommandRefusal(lang, trailWords.anchorsBroken, { line: anchors.brokenLine });
    // Nothing more is written into a trail that was tampered with.
    const context: Context = { actor: null, requestId: newId(), source: 'command' };
    await recordAct(house.db, context, { act: 'audit.verify', object: 'trail:all' });
    console.log(say(lang, trailWords.whole, { lines }));
  } finally {
    progress.clear();
    await house.close();
  }
  return undefined;
}

function anchorLine(lang: Lang, { anchors }: Verdict): string {
  const { count, newest } = anchors;
  return newest === null ? say(lang, trailWords.noAnchors) : say(lang, trailWords.anchors, { count, newest });
}
