import { Facts } from '../../../ui/desk/blocks';
import { SourceLabel } from '../../../ui/desk/source-label';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useToday } from '../../../ui/shared/server-context';
import type { ExportView } from '../contract';
import { purposes } from '../rules/purposes';
import { ledgerWords } from '../words';
import { exportWords, kindSays } from './export-words';
import { purposeOf } from './purpose-of';
import { useFilterWords } from './use-filter-words';
import { classSays, ledgerPageWords } from './words';

/** What an export is: whom it is about, what it holds, for what and for whom, and what has become of it. */
export function ExportFacts({ one }: { readonly one: ExportView }) {
  const w = useWords(exportWords);
  return (
    <>
      <Facts rows={useAbout(one)} />
      <h3 className="reports-heading">{w.holds}</h3>
      <Facts rows={useHolds(one)} />
      <h3 className="reports-heading">{w.course}</h3>
      <Facts rows={useCourse(one)} />
    </>
  );
}

function useAbout(one: ExportView) {
  const w = useWords(exportWords);
  const page = useWords(ledgerPageWords);
  const say = useSay();
  const filterWords = useFilterWords();
  const { basis } = purposes[one.purpose];
  return [
    { says: w.what, value: w.whatHow(say(ledgerWords[one.ledger]), say(kindSays[one.kind])) },
    { says: w.scope, value: one.place === '' ? w.county : one.place },
    { says: w.filter, value: filterWords(one.filter) },
    { says: w.day, value: one.filter.day ?? '' },
    { says: w.rows, value: page.people(numberText(one.rowsWritten ?? one.rowsAsked)) },
    { says: w.purpose, value: purposeOf(one, say) },
    {
      says: w.basis,
      value:
        one.purpose === 'other' ? (
          <SourceLabel source="unconfirmed" />
        ) : (
          <>
            <SourceLabel source="basis" /> {say(basis)}
          </>
        ),
    },
    { says: w.receiver, value: one.receiver },
  ];
}

function useHolds({ classes, columns }: ExportView) {
  const w = useWords(exportWords);
  const say = useSay();
  const masked = columns.filter((column) => column.masked).map(({ header }) => header);
  const whole = columns.filter((column) => !column.masked).map(({ header }) => header);
  return [
    { says: w.classes, value: classes.map((one) => say(classSays[one])).join('；') },
    { says: masked.length === 0 ? w.columns : w.wholeColumns, value: whole.join('、') },
    ...(masked.length === 0 ? [] : [{ says: w.maskedColumns, value: masked.join('、') }]),
  ];
}

function useCourse(one: ExportView) {
  const w = useWords(exportWords);
  const say = useSay();
  const today = useToday();
  const { language } = useLanguage();
  const at = (moment: string) => momentWords(moment, today, language);
  const who = ({ name, unit }: ExportView['askedBy'], moment: string | null) =>
    `${unit} ${name}${moment === null ? '' : ` · ${at(moment)}`}`;
  return [
    { says: one.kind === 'sheet' ? w.askedBy : w.by, value: who(one.askedBy, one.askedAt) },
    ...(one.state === 'asked' ? [{ says: w.expires, value: at(one.expiresAt) }] : []),
    ...(one.decidedBy === null ? [] : [{ says: w.decidedBy, value: who(one.decidedBy, one.decidedAt) }]),
    ...(one.reason === '' ? [] : [{ says: w.reason, value: one.reason }]),
    ...(one.problem === null ? [] : [{ says: w.problem, value: say(one.problem) }]),
    ...(one.state === 'ready' && one.untilAt !== null ? [{ says: w.until, value: at(one.untilAt) }] : []),
    ...(one.takenAt === null ? [] : [{ says: w.leftAt, value: at(one.takenAt) }]),
  ];
}
