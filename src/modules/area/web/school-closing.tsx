import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { useLanguage, useWords } from '../../../ui/shared/language';
import type { SchoolView } from '../contract';
import { closeSchool, getClasses, getSchool, getSchools } from './calls';
import { ClosingForm } from './closing-form';
import { useConflict } from './conflict';
import type { Areas } from './use-areas';
import { schoolWords, usualReasons } from './words';

const renews = [getSchools, getSchool, getClasses];

type SchoolClosingProps = { readonly school: SchoolView; readonly areas: Areas; readonly onDone: () => void };

/** 撤并: the school ends after a day, with its classes and owners. */
export function SchoolClosing({ school, areas, onDone }: SchoolClosingProps) {
  const w = useWords(schoolWords);
  const { language } = useLanguage();
  const tell = useTell();
  const { run } = useAction(closeSchool, { renews });
  const { version, guarded } = useConflict(school);
  return (
    <ClosingForm
      effect={`${w.closeTitle(school.name)}：${w.closeEffect}`}
      until={areas.today}
      submit={w.closeThis}
      reasons={usualReasons.close[language]}
      onSubmit={async ({ until, reason }) => {
        await guarded(() => run({ params: { id: school.id }, body: { until, reason, version } }));
        tell.done(w.closedNow(school.name));
        onDone();
      }}
      onLeave={onDone}
    />
  );
}
