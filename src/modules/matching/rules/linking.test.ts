import { describe, expect, it } from 'vitest';
import { decideClaims, type Priors, type Taken, type Thresholds, verdict } from './linking';

/** A claim as a test writes it: left row, right row, weight. */
type Claim = readonly [l: number, r: number, weight: number, mark?: 'conflict' | 'human'];

type Scene = {
  readonly claims: readonly Claim[];
  /** rows that have their place already */ readonly takenLeft?: readonly number[];
  readonly takenRight?: readonly number[];
  readonly sameLeft?: boolean;
  readonly sameRight?: boolean;
};

const priors: Priors = { rightTaken: Math.log(0.01), leftTaken: Math.log(0.02) };
const thresholds: Thresholds = { link: 0.97, drop: 0.03 };

describe('claims', () => {
  it('that nobody disputes are linked, put before a person or forgotten by their weight', () => {
    const claims: Claim[] = [
      [0, 0, 12],
      [1, 1, 0],
      [2, 2, -12],
    ];
    expect(decide({ claims }).verdicts).toEqual(['linked', 'review', 'no']);
  });

  it('of two namesakes leave each other at one half, and a person decides', () => {
    const { verdicts, probability } = decide({
      claims: [
        [0, 0, 12],
        [1, 0, 12],
      ],
    });
    expect(verdicts).toEqual(['review', 'review']);
    expect(probability[0]).toBeCloseTo(0.5, 3);
    expect(probability[1]).toBeCloseTo(0.5, 3);
  });

  it('for two enrolments alike leave each other at one half too', () => {
    const { verdicts, probability } = decide({
      claims: [
        [0, 0, 12],
        [0, 1, 12],
      ],
    });
    expect(verdicts).toEqual(['review', 'review']);
    expect(probability[0]).toBeCloseTo(0.5, 3);
  });

  it('are decided one to one where two children could have either enrolment but each agrees better with one', () => {
    const { verdicts } = decide({
      claims: [
        [0, 0, 14],
        [0, 1, 2],
        [1, 0, 2],
        [1, 1, 14],
      ],
    });
    expect(verdicts).toEqual(['linked', 'no', 'no', 'linked']);
  });

  it('are weighed again when a rival has found its place', () => {
    const { verdicts } = decide({
      claims: [
        [0, 0, 16],
        [1, 0, 9],
        [1, 1, 9],
      ],
    });
    expect(verdicts[0]).toBe('linked');
    expect(verdicts[2]).toBe('linked');
  });
});

describe('a child with an enrolment', () => {
  const taken = { takenLeft: [0], takenRight: [0] };

  it('may have a second one, at a price', () => {
    expect(decide({ ...taken, claims: [[0, 1, 9]] }).verdicts).toEqual(['linked']);
    expect(decide({ ...taken, claims: [[0, 1, 6]] }).verdicts).toEqual(['review']);
    expect(decide({ ...taken, claims: [[0, 1, 0]] }).verdicts).toEqual(['no']);
    expect(decide({ claims: [[0, 1, 6]] }).verdicts).toEqual(['linked']);
  });

  it('may have several: they do not dispute each other', () => {
    const claims: Claim[] = [
      [0, 1, 9],
      [0, 2, 9],
    ];
    expect(decide({ ...taken, claims }).verdicts).toEqual(['linked', 'linked']);
  });

  it('may stand in the household register twice, at a higher price', () => {
    expect(decide({ ...taken, claims: [[1, 0, 9]] }).verdicts).toEqual(['linked']);
    expect(decide({ ...taken, claims: [[1, 0, 7]] }).verdicts).toEqual(['review']);
  });

  it('is no second entry of one with another number unless a person says so', () => {
    expect(decide({ ...taken, claims: [[1, 0, 20, 'conflict']] }).verdicts).toEqual(['review']);
    expect(decide({ claims: [[1, 1, 20, 'conflict']] }).verdicts).toEqual(['linked']);
  });

  it('whose enrolment has its place is not linked across: both rows have theirs', () => {
    const both = { takenLeft: [0, 1], takenRight: [0, 1] };
    expect(decide({ ...both, claims: [[0, 1, 40]] }).verdicts).toEqual(['no']);
  });
});

describe('a claim that only a person may decide', () => {
  it('is put before one, however sure it looks', () => {
    expect(decide({ claims: [[0, 0, 30, 'human']] }).verdicts).toEqual(['review']);
    expect(decide({ claims: [[0, 0, 30]] }).verdicts).toEqual(['linked']);
  });
});

describe('two rows that are one child', () => {
  it('do not dispute a claim on the side of the enrolments', () => {
    const claims: Claim[] = [
      [0, 0, 12],
      [0, 1, 12],
    ];
    expect(decide({ claims, sameRight: true }).verdicts).toEqual(['linked', 'linked']);
  });

  it('do not dispute a claim on the side of the households', () => {
    const claims: Claim[] = [
      [0, 0, 12],
      [1, 0, 12],
    ];
    expect(decide({ claims, sameLeft: true }).verdicts).toEqual(['linked', 'linked']);
  });
});

function decide({ claims, takenLeft = [], takenRight = [], sameLeft = false, sameRight = false }: Scene) {
  const mark = (wanted: 'conflict' | 'human') => Uint8Array.from(claims, (claim) => (claim[3] === wanted ? 1 : 0));
  const taken: Taken = {
    left: marked(
      takenLeft,
      claims.map(([l]) => l),
    ),
    right: marked(
      takenRight,
      claims.map(([, r]) => r),
    ),
  };
  const found = decideClaims(
    {
      l: Uint32Array.from(claims, ([l]) => l),
      r: Uint32Array.from(claims, ([, r]) => r),
      weight: Float64Array.from(claims, ([, , weight]) => weight),
      conflict: mark('conflict'),
      human: mark('human'),
      sameLeft: () => sameLeft,
      sameRight: () => sameRight,
    },
    taken,
    priors,
    thresholds,
  );
  const names = Object.entries(verdict);
  return {
    verdicts: [...found.verdict].map((one) => names.find(([, number]) => number === one)?.[0]),
    probability: [...found.probability],
  };
}

/** The register ends with the last row that is spoken of. */
function marked(taken: readonly number[], claimed: readonly number[]): Uint8Array {
  const marks = new Uint8Array(Math.max(...taken, ...claimed) + 1);
  for (const row of taken) marks[row] = 1;
  return marks;
}
