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

/** One thing that is known of an export; `source` says what a basis is. */
export type ExportRow = { readonly says: string; readonly value: string; readonly source?: 'basis' | 'unconfirmed' };

/** Whom an export is about, for what and for whom. */
export function useAbout(one: ExportView): readonly ExportRow[] {
  const w = useWords(exportWords);
  const page = useWords(ledgerPageWords);
  const say = useSay();
  const filterWords = useFilterWords();
  return [
    { says: w.what, value: w.whatHow(say(ledgerWords[one.ledger]), say(kindSays[one.kind])) },
    { says: w.scope, value: one.place === '' ? w.county : one.place },
    { says: w.filter, value: filterWords(one) },
    { says: w.day, value: one.filter.day ?? '' },
    { says: w.rows, value: page.people(numberText(one.rowsWritten ?? one.rowsAsked)) },
    { says: w.purpose, value: purposeOf(one, say) },
    {
      ...{ says: w.basis, value: say(purposes[one.purpose].basis) },
      source: one.purpose === 'other' ? 'unconfirmed' : 'basis',
    },
    { says: w.receiver, value: one.receiver },
  ];
}

/** Which columns it holds, and which of them are masked. */
export function useHolds({ classes, columns }: ExportView): readonly ExportRow[] {
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

/** What has become of it. */
export function useCourse(one: ExportView): readonly ExportRow[] {
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
