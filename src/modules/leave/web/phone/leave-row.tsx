import { Row } from '../../../../ui/phone/row';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import type { LeaveLine } from '../../contract';
import { kindSays } from '../../said';
import { leaveWords, spanWords, watchWords } from '../leave-words';
import { PhaseChip } from '../phase-chip';

/** A leave as a line: who, what kind, from when until when, and how it stands. */
export function LeaveRow({ leave }: { readonly leave: LeaveLine }) {
  const w = useWords(leaveWords);
  const say = useSay();
  const { language } = useLanguage();
  const parts = [say(kindSays[leave.kind]), spanWords(leave, language), w.days(leave.days)];
  if (leave.source === 'guardian') parts.push(w.byGuardian);
  if (leave.watch.length > 0) parts.push(watchWords(leave.watch, language));
  return (
    <Row title={leave.name} note={parts.join(' · ')} beside={<PhaseChip leave={leave} />} href={`/m/leave/${leave.leaveId}`} />
  );
}
