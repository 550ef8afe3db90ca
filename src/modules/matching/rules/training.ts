import { birthLevel } from './birth-level';
import { type Candidates, findCandidates, type PairList } from './blocks';
import { nameLevel } from './name-level';
import { kinLevel, type Pair, patternOf, unpackPattern } from './pattern';
import { type Counts, emptyCounts, learnWeights, type Weights, weightOf } from './weights';

/** Rows whose candidates are looked at for learning: more would not change the second decimal of any weight. */
const sampleSize = 40_000;
/** With fewer pairs labelled by ID numbers than this, the labels are found by the other fields themselves. */
const enoughLabels = 200;

/** Patterns counted, and whether ID numbers said which pairs are one child. */
export type Training = { readonly counts: Counts; readonly labelled: boolean };

/** Counts the patterns of a pair of registers, told apart by ID numbers where there are enough of them, else by the rest. */
export function train(pair: Pair, idPairs: PairList): Training {
  const partner = onlyPartners(pair, idPairs);
  let partners = 0;
  for (const r of partner.right) if (r >= 0) partners++;
  const labelled = partners >= enoughLabels;
  return { counts: labelled ? countByNumbers(pair, partner) : countByTheRest(pair), labelled };
}

type Partners = { readonly right: Int32Array; readonly left: Int32Array };

/** The one row with the same valid number, or -1; rows with several are no teachers. */
function onlyPartners(pair: Pair, idPairs: PairList): Partners {
  const right = new Int32Array(pair.left.count).fill(-1);
  const left = new Int32Array(pair.right.count).fill(-1);
  for (let at = 0; at < idPairs.count; at++) {
    const l = idPairs.first[at];
    const r = idPairs.second[at];
    right[l] = right[l] === -1 ? r : -2;
    left[r] = left[r] === -1 ? l : -2;
  }
  return { right, left };
}

function countByNumbers(pair: Pair, partner: Partners): Counts {
  const rows = evenly(pair.left.count, (l) => partner.right[l] >= 0 && partner.left[partner.right[l]] === l);
  const candidates = findCandidates(pair.left, rows, pair.right, pair.names);
  const counts = emptyCounts();
  for (let at = 0; at < rows.length; at++) {
    const l = rows[at];
    for (let from = candidates.starts[at]; from < candidates.starts[at + 1]; from++) {
      const r = candidates.others[from];
      const packed = patternOf(pair, l, r);
      if (partner.right[l] === r) {
        if (isWrongPerson(packed)) continue;
        counts.same[packed]++;
      } else if (partner.left[r] >= 0 && !isTwoNumbers(packed)) {
        // Rows without a partner of their own may be this very child under a spoilt number: they teach nothing.
        counts.other[packed]++;
      }
    }
  }
  return counts;
}

/** A brother's number typed in the child's row: the numbers are equal, and neither name nor birth agrees. */
function isWrongPerson(packed: number): boolean {
  const { name, birth } = unpackPattern(packed);
  return name >= nameLevel.oneCharacter && birth > birthLevel.equal;
}

/**
 * Nobody gives two children of one family one name: such a pair is one child with two numbers, rare among children but not
 * among the few pairs that agree so well, and would teach that agreement means little.
 */
function isTwoNumbers(packed: number): boolean {
  const { name, birth, kin } = unpackPattern(packed);
  if (name !== nameLevel.exact && name !== nameLevel.folded) return false;
  return kin === kinLevel.sure || ((kin === kinLevel.name || kin === kinLevel.phone) && birth <= birthLevel.sameYearDefault);
}

/**
 * Without ID numbers on one side: a row and its best candidate teach "one child" where each is the other's best, and the
 * candidates that lost against a better one teach "not". Repeated with the weights learnt (classification EM).
 */
function countByTheRest(pair: Pair): Counts {
  const rows = evenly(pair.left.count, () => true);
  const candidates = findCandidates(pair.left, rows, pair.right, pair.names);
  const packed = new Uint32Array(candidates.others.length);
  for (let at = 0; at < rows.length; at++) {
    for (let from = candidates.starts[at]; from < candidates.starts[at + 1]; from++)
      packed[from] = patternOf(pair, rows[at], candidates.others[from]);
  }
  let counts = labelByBest(pair, candidates, packed, learnWeights(emptyCounts()), 0);
  for (let round = 0; round < 6; round++) counts = labelByBest(pair, candidates, packed, learnWeights(counts), 2);
  return counts;
}

function labelByBest(pair: Pair, candidates: Candidates, packed: Uint32Array, weights: Weights, least: number): Counts {
  const counts = emptyCounts();
  const bestOfRight = new Float64Array(pair.right.count).fill(Number.NEGATIVE_INFINITY);
  const weight = Float64Array.from(packed, (pattern) => weightOf(weights, unpackPattern(pattern)));
  for (let from = 0; from < packed.length; from++) {
    const r = candidates.others[from];
    if (weight[from] > bestOfRight[r]) bestOfRight[r] = weight[from];
  }
  for (let at = 0; at < candidates.rows.length; at++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let from = candidates.starts[at]; from < candidates.starts[at + 1]; from++) best = Math.max(best, weight[from]);
    for (let from = candidates.starts[at]; from < candidates.starts[at + 1]; from++) {
      const r = candidates.others[from];
      if (weight[from] === best && best >= bestOfRight[r]) {
        // The best there is, and not good: nobody knows, and to call it "not" would teach that such pairs never are.
        if (best > least) counts.same[packed[from]]++;
      } else if (!isTwoNumbers(packed[from])) counts.other[packed[from]]++;
    }
  }
  return counts;
}

/** At most `sampleSize` of the rows that qualify, spread evenly over the register. */
function evenly(count: number, qualifies: (row: number) => boolean): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (qualifies(row)) rows.push(row);
  if (rows.length <= sampleSize) return Uint32Array.from(rows);
  const step = rows.length / sampleSize;
  return Uint32Array.from({ length: sampleSize }, (_, at) => rows[Math.floor(at * step)]);
}
