import type { OpenFinding } from '../rules/finding-names';

/** Where the children of a finding are sent out to be verified; undefined where nobody can be asked about it. */
export type VerifyHref = (finding: OpenFinding) => string | undefined;
