import { type Comparison, compareRegisters, type Presence } from '../rules/compare';
import { evidenceOf } from '../rules/evidence';
import { verdict } from '../rules/linking';
import type { Pairing } from '../rules/pairing';
import { evidenceText } from '../words';
import type { County } from './county';
import { type Row, registerOf } from './factories';

/** The rows a test is about; they stand behind those of a county from which the weights are learnt. */
export type Scene = {
  readonly household?: readonly Row[];
  readonly enrolment?: readonly Row[];
  readonly poverty?: readonly Row[];
  readonly disability?: readonly Row[];
};

/** Compares a county and the rows of a scene on 1 March 2025 and tells what became of the scene's rows. */
export function compareIn(county: County, { household = [], enrolment = [], poverty, disability }: Scene) {
  const done = compareRegisters(
    {
      household: registerOf('household', [...county.household, ...household]),
      enrolment: registerOf('enrolment', [...county.enrolment, ...enrolment]),
      ...(poverty ? { poverty: registerOf('poverty', poverty) } : {}),
      ...(disability ? { disability: registerOf('disability', disability) } : {}),
    },
    '2025-03-01',
    () => undefined,
  );
  const left = county.household.length;
  const right = county.enrolment.length;
  return {
    done,
    household: done.household.slice(left),
    enrolment: done.enrolment.slice(right),
    /** `0-1`: the scene's household row 0 and its enrolment 1 are one child */
    linked: linksOf(done.enrolments, left, right, verdict.linked),
    /** and those a person decides */
    asked: linksOf(done.enrolments, left, right, verdict.review),
    evidence: (l: number, r: number) => sentencesOf(done.enrolments, left + l, right + r),
    duplicates: duplicatesOf(done, right),
  };
}

/** What the class lists `attending` say of the enrolments of a county. */
export function attendIn(enrolment: readonly Row[], attending: readonly Row[]) {
  const done = compareRegisters(
    {
      household: registerOf('household', [{ name: '无人' }]),
      enrolment: registerOf('enrolment', enrolment),
      attending: registerOf('attending', attending),
    },
    '2025-03-01',
    () => undefined,
  );
  const presence: readonly Presence[] = done.attending?.presence ?? [];
  return { presence, lists: done.attending?.status ?? [] };
}

function duplicatesOf(done: Comparison, from: number): number[][] {
  const groups = done.duplicates.map(({ rows }) => rows.map((row) => row - from));
  return groups.filter((rows) => rows.some((row) => row >= 0));
}

/** Links of a scene's rows; with a row of the county the other side is named `county`. */
function linksOf(pairing: Pairing, left: number, right: number, wanted: number): string[] {
  const found: string[] = [];
  for (let at = 0; at < pairing.l.length; at++) {
    const [l, r] = [pairing.l[at] - left, pairing.r[at] - right];
    if (pairing.verdict[at] !== wanted || (l < 0 && r < 0)) continue;
    found.push(`${l < 0 ? 'county' : l}-${r < 0 ? 'county' : r}`);
  }
  return found.sort();
}

function sentencesOf(pairing: Pairing, l: number, r: number): string[] {
  const link = pairing.l.findIndex((row, at) => row === l && pairing.r[at] === r);
  return link < 0 ? [] : evidenceOf(pairing, link).map((one) => evidenceText(one));
}
