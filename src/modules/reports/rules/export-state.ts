/** How far an export has come; what is kept says `approved` where a work writes it. */
export const exportStates = ['asked', 'writing', 'failed', 'ready', 'taken', 'refused', 'withdrawn', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];
export type KeptState = 'asked' | 'approved' | 'ready' | 'taken' | 'refused' | 'withdrawn';

/** What somebody can do with an export now. */
export const exportSteps = ['approve', 'refuse', 'withdraw', 'write-again', 'take'] as const;
export type ExportStep = (typeof exportSteps)[number];

/** The figures of an export. Source: register of goals, PRV-08 (72 hours), PRV-11 (24 hours, 200 rows); the others are our choice. */
export const exportLimits = {
  /** hours in which another person has to have decided, and the workbook to be written */ decideHours: 72,
  /** hours in which the workbook may be taken, once */ takeHours: 24,
  /** rows that may go out without a second person, of first-class facts only */ rosterRows: 200,
  /** rows of one workbook: a county has 30,000 children */ mostRows: 50_000,
} as const;

/** What of a kept export decides where it stands. Moments are milliseconds since 1970. */
export type KeptExport = {
  readonly state: KeptState;
  readonly expiresAt: number;
  readonly untilAt: number | null;
  readonly job: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | null;
};

/** Where an export stands at a moment. */
export function exportStateOn(kept: KeptExport, now: number): ExportState {
  const { state, expiresAt, untilAt, job } = kept;
  if (state === 'asked') return now >= expiresAt ? 'expired' : 'asked';
  if (state === 'approved') {
    if (now >= expiresAt) return 'expired';
    return job === 'failed' || job === 'cancelled' ? 'failed' : 'writing';
  }
  if (state === 'ready') return untilAt !== null && now >= untilAt ? 'expired' : 'ready';
  return state;
}

/** What the one who asked, and the one who may approve, can do with an export that stands there. */
export function stepsOf(
  state: ExportState,
  who: { readonly isAsker: boolean; readonly mayApprove: boolean },
): readonly ExportStep[] {
  if (state === 'asked' && who.mayApprove && !who.isAsker) return ['approve', 'refuse'];
  if (!who.isAsker) return [];
  if (state === 'asked' || state === 'writing') return ['withdraw'];
  if (state === 'failed') return ['write-again', 'withdraw'];
  return state === 'ready' ? ['take', 'withdraw'] : [];
}

/** Whose word lets an export out. */
type Approver = { readonly county: boolean; readonly schools: readonly string[] };
type Request = { readonly path: string; readonly askedAs: string };

/**
 * Whether somebody with approving roles in these places may decide on a request: the bureau's leader on every one, a principal on
 * what the registrar of the own school asks for. What a principal asks for himself, the bureau decides.
 * Source: register of goals §6.2, column export; that a principal decides for the registrar is our choice.
 */
export function mayApprove({ county, schools }: Approver, { path, askedAs }: Request): boolean {
  return county || (askedAs === 'registrar' && schools.some((school) => path.startsWith(school)));
}

/**
 * Whether a workbook may go out with so many rows when an approver was told of so many: some children more or less since then are the
 * days' work, a list of another size is another list. Our choice: a tenth, and twenty.
 */
export function fitsApproval(rows: number, approved: number): boolean {
  return rows <= Math.min(exportLimits.mostRows, Math.floor(approved * 1.1) + 20);
}
