import { Door } from '../../../ui/desk/door';
import { useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { rollWords } from './words';

type CountDoorProps = {
  readonly count: number;
  /** What is counted, for whoever hears the page. */
  readonly says: string;
  readonly href: string | undefined;
  /** Small numbers are not shown: on a wall a single child of a village would be known to everybody. */
  readonly meeting: boolean;
};

const SMALL = 5;

/** A number of the roll call: the door to the children it counts. Nobody stands behind a nought. */
export function CountDoor({ count, says, href, meeting }: CountDoorProps) {
  const w = useWords(rollWords);
  if (count === 0) return <span className="roll-nought">0</span>;
  if (meeting && count < SMALL) return <span>{w.few}</span>;
  const text = numberText(count);
  if (href === undefined) return <span>{text}</span>;
  return (
    <Door href={href} aria-label={w.openNumber(says, text)}>
      {text}
    </Door>
  );
}
