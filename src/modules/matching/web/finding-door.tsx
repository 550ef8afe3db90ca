import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { numberText } from '../../../ui/shared/numbers';
import type { RunView } from '../contract';
import { type Finding, findings, openFindings } from '../rules/finding-names';
import { findingsPlace } from './places';

type FindingDoorProps = {
  readonly run: Pick<RunView, 'runNo'>;
  readonly finding: Finding;
  readonly count: number;
  readonly change?: 'begun' | 'ended';
  /** How the number is said where it is not the number alone. */
  readonly says?: string;
};

/** A number of children as a door to them; of a finding that is not listed, and of nobody, the number alone. */
export function FindingDoor({ run, finding, count, change, says }: FindingDoorProps) {
  const text = says ?? numberText(count);
  const open = openFindings.find((name) => name === finding);
  if (count === 0 || open === undefined) return <span>{text}</span>;
  const href = hrefOf(findingsPlace, {}, { finding: open, run: run.runNo, change });
  return (
    <Door href={href} aria-label={`${findings[finding].zh} ${text}`}>
      {text}
    </Door>
  );
}
