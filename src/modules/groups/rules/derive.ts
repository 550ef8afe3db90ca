import type { GroupKey } from './groups';

/** What lists and the standing say of a child today. */
export type Known = {
  readonly lists: readonly { readonly kind: 'poverty' | 'disability'; readonly asOf: string }[];
  /** 休学 or 延缓入学, and since when */ readonly standing: {
    readonly state: 'suspended' | 'deferred';
    readonly since: string;
  } | null;
};

/** A mark that follows from what is known. */
export type DerivedMark = {
  readonly group: GroupKey;
  readonly definition: string;
  readonly source: 'list' | 'standing';
  readonly from: string;
};

/** The marks that follow from lists and standing; the oldest day on which a list had the child is where its mark begins. */
export function derivedMarks({ lists, standing }: Known): readonly DerivedMark[] {
  const oldest = (kind: 'poverty' | 'disability') =>
    lists.filter((list) => list.kind === kind).reduce((first, { asOf }) => (first === '' || asOf < first ? asOf : first), '');
  const [poverty, disability] = [oldest('poverty'), oldest('disability')];
  return [
    ...(disability === '' ? [] : [{ ...ofList, group: 'disability' as const, definition: 'card', from: disability }]),
    ...(poverty === '' ? [] : [{ ...ofList, group: 'poverty' as const, definition: 'listed', from: poverty }]),
    ...(standing === null ? [] : [{ ...ofStanding, group: standing.state, from: standing.since }]),
  ];
}

const ofList = { source: 'list' } as const;
const ofStanding = { source: 'standing', definition: 'standing' } as const;

/** Which marks begin and which end, where some run already that followed from what was known before. */
export function planMarks<M extends { readonly group: GroupKey }>(
  running: readonly M[],
  wanted: readonly DerivedMark[],
): { readonly begin: readonly DerivedMark[]; readonly end: readonly M[] } {
  return {
    begin: wanted.filter(({ group }) => !running.some((one) => one.group === group)),
    end: running.filter(({ group }) => !wanted.some((one) => one.group === group)),
  };
}
