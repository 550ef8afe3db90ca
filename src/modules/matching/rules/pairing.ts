import type { Register } from '../../registers/index';
import type { PairList } from './blocks';
import { Decided, type DecidedPairs } from './decided';
import { takeDecided, takeEqualNumbers } from './equal-numbers';
import { joinById, nearPairs } from './identity';
import { Links, type SortedLinks } from './links';
import { type NameFrequency, nameFrequency } from './name-frequency';
import { buildNameTable } from './name-table';
import type { Pair } from './pattern';
import { Dictionaries, type People, peopleOf } from './people';
import { decideRest } from './remaining-claims';
import { alignSchools, withoutSchools } from './schools';
import { train } from './training';
import { learnWeights, type Weights } from './weights';

/** The result of matching two registers: every link that was decided or is put before a person. */
export type Pairing = SortedLinks & {
  readonly pair: Pair;
  readonly dictionaries: Dictionaries;
  readonly weights: Weights;
  readonly frequency: NameFrequency;
  readonly decided: Decided;
};

/**
 * Which rows of two registers are the same child. Rows without a name and without a number are left alone; pairs that a person
 * has decided are as decided, and the others are weighed beside them.
 */
export function pairRegisters(leftRegister: Register, rightRegister: Register, decisions?: DecidedPairs): Pairing {
  const dictionaries = new Dictionaries();
  const left = peopleOf(leftRegister, dictionaries);
  const right = peopleOf(rightRegister, dictionaries);
  const names = buildNameTable(dictionaries.names);
  const decided = new Decided(decisions);
  const { pair, weights, frequency, links } = matchAll({ left, right, names }, dictionaries, decided);
  return { pair, dictionaries, weights, frequency, decided, ...links.sorted() };
}

type Matched = { readonly pair: Pair; readonly weights: Weights; readonly frequency: NameFrequency; readonly links: Links };

/**
 * Matches without looking at schools; and where both sides name schools, again: the children found on both sides show which
 * class is which, and a class says much about the few that are left over in it.
 */
function matchAll(whole: Pair, dictionaries: Dictionaries, decided: Decided): Matched {
  const { left, right, names } = whole;
  const numbers = { equal: joinById(left, right), near: nearPairs(left, right, dictionaries.documents), decided };
  const frequency = nameFrequency(names, left, right);
  const blind = matchOnce({ left: withoutSchools(left), right: withoutSchools(right), names }, numbers, frequency);
  if (!namesSchools(left) || !namesSchools(right)) return blind;
  return matchOnce({ left: alignSchools(left, right, blind.links.linked()), right, names }, numbers, frequency);
}

function matchOnce(pair: Pair, numbers: Numbers, frequency: NameFrequency): Matched {
  const { counts, labelled } = train(pair, numbers.equal);
  const first = link(pair, learnWeights(counts), numbers, frequency);
  if (labelled) return first;
  // Labels without numbers are the pairs that agree best: only now, among the few rows left, do the spoilt ones show too.
  return link(pair, learnWeights({ same: first.links.patternsFound(), other: counts.other }), numbers, frequency);
}

type Numbers = { readonly equal: PairList; readonly near: PairList; readonly decided: Decided };

function link(pair: Pair, weights: Weights, numbers: Numbers, frequency: NameFrequency): Matched {
  const links = new Links(pair, weights, frequency, numbers.decided);
  takeDecided(links);
  decideRest(links, takeEqualNumbers(links, numbers.equal), numbers.near);
  return { pair, weights, frequency, links };
}

function namesSchools(people: People): boolean {
  return people.school.some(isKnown) || people.schoolClass.some(isKnown);
}

function isKnown(number: number): boolean {
  return number !== 0;
}
