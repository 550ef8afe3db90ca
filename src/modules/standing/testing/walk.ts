import { type Day, formatDay, parseDay } from '../../../kernel/day';
import type { ChildFacts, Fact, FactSource } from '../rules/facts';
import { type Outcome, outcomes, type ProofKind } from '../rules/outcomes';

/** One step of a random walk: which thing happens, and numbers that settle the rest. */
export type Step = readonly [kind: number, who: number, what: number, how: number];

const births: readonly (Day | undefined)[] = [
  ...['2009-08-31', '2009-09-01', '2012-02-29', '2015-05-05', '2018-08-31', '2018-09-01', '2019-08-31', '2023-01-01'],
  ...[undefined, '2013-02-29', '2099-01-01'],
];
const sources: readonly FactSource[] = ['register', 'school', 'township', 'village', 'department', 'bureau', 'bureau', 'bureau'];
const villages = ['211324/t1/v1/', '211324/t1/v2/', '211324/t2/v3/', '211324/t2/', '211381/t9/v9/', undefined];
const classes = ['211324/s1/c1/', '211324/s1/c2/', '211324/s2/c3/', '211324/s2/', '211324/s3/c4/'];
const householdStates = ['listed', 'listed', 'gone', 'moved-out', 'cancelled', 'missing', 'dead'] as const;
const enrolmentStates = [
  ...(['studying', 'studying', 'studying', 'suspended', 'transferred-out', 'left'] as const),
  ...(['graduated', 'dead', 'abroad', 'unclear', 'gone'] as const),
];
const stages = ['primary', 'junior', 'unknown'] as const;
const placements = ['ordinary', 'ordinary', 'special-school', 'home-teaching'] as const;
const listAnswers = ['present', 'present', 'absent', 'no-list'] as const;
const outcomeNames = Object.keys(outcomes) as Outcome[];
const proofs: readonly ProofKind[] = [
  ...(['school-certificate', 'receiving-school', 'placement-assessment', 'approval', 'medical-certificate'] as const),
  ...(['police-answer', 'graduation'] as const),
];

/** How many kinds of steps there are. */
export const stepKinds = 15;

/** A county in which anything may be told in any order: the children, and what day it is. */
export class Walk {
  today: number = parseDay('2024-12-01') ?? 0;
  readonly children = new Map<string, ChildFacts>();
  readonly #merged: { readonly kept: ChildFacts; readonly gone: ChildFacts }[] = [];
  readonly #batches: string[] = [];
  #count = 0;

  get day(): Day {
    return formatDay(this.today);
  }

  /** Takes a step and names the children it touched. */
  take([kind, who, what, how]: Step): readonly string[] {
    if (kind === 0 || this.children.size < 2) return this.#born(what);
    if (kind === 1) return this.#pass(what);
    if (kind === 2) return this.#merge(who, what);
    if (kind === 3) return this.#unmerge(who);
    if (kind === 4) return this.#undo(what);
    if (kind === 5) return this.#import(what, how);
    return this.#tell(this.#pick(who), this.#fact(kind, what, how));
  }

  #born(what: number): readonly string[] {
    const id = `c${++this.#count}`;
    const birth = births[what % births.length];
    this.children.set(id, { id, county: '211324', facts: [], ...(birth === undefined ? {} : { birth }) });
    return [id];
  }

  #pass(what: number): readonly string[] {
    this.today += [1, 7, 31, 120, 275][what % 5];
    return [...this.children.keys()];
  }

  #merge(who: number, what: number): readonly string[] {
    const kept = this.children.get(this.#pick(who));
    const gone = this.children.get(this.#pick(what));
    if (!kept || !gone || kept === gone) return [];
    this.#merged.push({ kept, gone });
    this.children.delete(gone.id);
    this.children.set(kept.id, { ...kept, facts: [...kept.facts, ...gone.facts] });
    return [kept.id, gone.id];
  }

  /** Both records come back; what was told since stays with the one that was kept. */
  #unmerge(who: number): readonly string[] {
    const [pair] = this.#merged.splice(who % (this.#merged.length || 1), 1);
    const now = pair && this.children.get(pair.kept.id);
    if (!now || this.children.has(pair.gone.id)) return [];
    const back = new Set(pair.gone.facts.map((fact) => fact.id));
    this.children.set(now.id, { ...now, facts: now.facts.filter((fact) => !back.has(fact.id)) });
    this.children.set(pair.gone.id, pair.gone);
    return [now.id, pair.gone.id];
  }

  #undo(what: number): readonly string[] {
    const batch = this.#batches[what % (this.#batches.length || 1)];
    if (batch === undefined) return [];
    const touched = [...this.children.values()].filter((child) => child.facts.some((fact) => fact.batch === batch));
    return touched.flatMap((child) => this.#tell(child.id, { ...this.#base(0, 'bureau'), kind: 'withdrawn', of: batch }));
  }

  /** A list arrives: every second child or so gets a row. */
  #import(what: number, how: number): readonly string[] {
    const batch = `b${++this.#count}`;
    this.#batches.push(batch);
    const listed = [...this.children.keys()].filter((_, at) => (what >> (at % 8)) % 2 === 0);
    const kind = 6 + (how % 3);
    return listed.flatMap((id) => this.#tell(id, { ...this.#fact(kind, what, how), batch, source: 'register' }));
  }

  #tell(id: string, fact: Fact): readonly string[] {
    const child = this.children.get(id);
    if (!child) return [];
    this.children.set(id, { ...child, facts: [...child.facts, fact] });
    return [id];
  }

  #pick(who: number): string {
    return [...this.children.keys()][who % this.children.size];
  }

  /** Recorded today; it may have happened up to forty days before. */
  #base(how: number, source: FactSource): { id: string; happened: Day; recorded: string; source: FactSource } {
    const id = `f${String(++this.#count).padStart(6, '0')}`;
    const late = how % 4 === 0 ? how % 40 : 0;
    return { id, happened: formatDay(this.today - late), recorded: `${this.day}T${id}`, source };
  }

  #fact(kind: number, what: number, how: number): Fact {
    const base = this.#base(how, sources[how % sources.length]);
    const at = classes[what % classes.length];
    const ids = [...this.children.values()].flatMap((child) => child.facts.map((fact) => fact.id));
    switch (kind) {
      case 6:
        return { ...base, kind: 'household', row: `h${how % 2}`, state: householdStates[what % householdStates.length] };
      case 7:
        return {
          ...{ ...base, kind: 'enrolment', row: `e${how % 2}`, at, stage: stages[how % 3] },
          ...{ state: enrolmentStates[what % enrolmentStates.length], placement: placements[how % 4] },
        };
      case 8:
        return { ...base, kind: 'class-list', at, answer: listAnswers[how % 4] };
      case 9:
        return { ...base, kind: 'question', task: `t${how % 2}`, open: what % 3 !== 0 };
      case 10:
        return {
          ...{ ...base, kind: 'answer', task: `t${how % 2}`, outcome: outcomeNames[what % outcomeNames.length] },
          ...{ proofs: proofs.filter((_, bit) => ((how * 37) >> bit) % 2 === 0), at },
        };
      case 11:
      case 12:
        return this.#decision(base, what, how);
      case 13: {
        const area = villages[what % villages.length];
        return area === undefined ? { ...base, kind: 'home' } : { ...base, kind: 'home', area };
      }
      default:
        if (what % 3 === 0) return { ...base, kind: 'disability', listed: how % 2 === 0 };
        if (what % 3 === 1) return { ...base, kind: 'review', pair: `p${how % 2}`, open: how % 3 !== 0 };
        return { ...base, kind: 'withdrawn', of: ids[how % (ids.length || 1)] ?? 'nothing' };
    }
  }

  #decision(base: { id: string; happened: Day; recorded: string; source: FactSource }, what: number, how: number): Fact {
    const answers = [...this.children.values()].flatMap((child) => child.facts.filter((fact) => fact.kind === 'answer'));
    const answer = answers.at(-1 - (what % (answers.length || 1)))?.id ?? 'none';
    const verdict = what % 4 === 0 ? 'sent-back' : 'accepted';
    const validUntil = how % 3 === 0 ? { validUntil: formatDay(this.today + (how % 200)) } : {};
    return { ...base, kind: 'decision', answer, verdict, ...validUntil };
  }
}
