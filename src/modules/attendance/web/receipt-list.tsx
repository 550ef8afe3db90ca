import { dayWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { ReportView } from '../report-contract';
import { units } from '../rules/duties';
import { reportWords, unitSays } from './report-words';
import './letter.css';

/** Who has said that a report is there, when, and what is done about it; a township that is not known is not waited for. */
export function ReceiptList({ view }: { readonly view: ReportView }) {
  const w = useWords(reportWords);
  const say = useSay();
  const { language } = useLanguage();
  return (
    <>
      <h2 className="absence-receipts-title">{w.receipts}</h2>
      <ul className="absence-receipts">
        {units.map((unit) => {
          const receipt = view.receipts.find((one) => one.unit === unit);
          const who = unit === 'township' && view.township !== '' ? view.township : say(unitSays[unit]);
          if (receipt) {
            return (
              <li key={unit}>
                {[who, receipt.by, w.received(dayWords(receipt.day, view.today, language))]
                  .filter((part) => part !== '')
                  .join(' · ')}
                {receipt.words === '' ? null : <p>{receipt.words}</p>}
              </li>
            );
          }
          const says = unit === 'township' && view.township === '' ? w.unknownTownship : view.over ? w.over : w.notReceived;
          return (
            <li key={unit}>
              {who} <ToneChip tone={says === w.notReceived ? 'watch' : 'quiet'}>{says}</ToneChip>
            </li>
          );
        })}
      </ul>
    </>
  );
}
