import { useAnswer } from '../../../ui/desk/answers';
import { Facts } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { SidePanel } from '../../../ui/desk/side-panel';
import { calendarWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { childPlace } from '../../children/web/index';
import type { MonthRow, MonthView } from '../month-contract';
import type { CellWord } from '../rules/month-grid';
import { signOf, signWords } from '../rules/signs';
import { getFollowUp } from './calls';
import { ContactList } from './contact-list';
import { sheetWords } from './month-words';
import { getChildSigns } from './pattern-calls';
import { SignList } from './sign-list';

type MonthChildProps = { readonly view: MonthView; readonly row: MonthRow; readonly onClose: () => void };

/** One child of the sheet: what its month comes to, on which days it was not wholly there, and what was done about it. */
export function MonthChild({ view, row, onClose }: MonthChildProps) {
  const w = useWords(sheetWords);
  const id = row.childId ?? '';
  const follow = useAnswer(getFollowUp, { params: { id } });
  const signs = useAnswer(getChildSigns, { params: { id } });
  const sums = (['here', 'absent', 'sick', 'personal', 'late', 'early', 'days'] as const).filter(
    (key) => row.sum[key] > 0 || key === 'here' || key === 'absent' || key === 'days',
  );
  return (
    <SidePanel open title={row.name} onClose={onClose} actions={<Door href={hrefOf(childPlace, { id })}>{w.record}</Door>}>
      <Facts
        rows={sums.map((key) => ({
          says: key === 'days' ? w.recorded : w[key],
          value: (key === 'late' || key === 'early' ? w.times : w.inDays)(numberText(row.sum[key])),
        }))}
      />
      <NotThere view={view} row={row} />
      {signs.data ? <SignList signs={signs.data.signs} /> : null}
      {follow.data ? <ContactList contacts={follow.data.contacts} today={view.today} effects={signs.data?.effects} /> : null}
    </SidePanel>
  );
}

function NotThere({ view, row }: Pick<MonthChildProps, 'view' | 'row'>) {
  const w = useWords(sheetWords);
  const say = useSay();
  const { language } = useLanguage();
  const said = (word: CellWord) => {
    const sign = signWords.find((one) => one.word === word);
    return sign ? `${signOf[word]} ${say(sign)}` : '';
  };
  const days = view.days.flatMap(({ day }, at) => {
    const parts = view.sessions.flatMap((session) => {
      const word = row[session][at] ?? 'open';
      const part = view.sessions.length > 1 ? `${w[session]} ` : '';
      return word === 'here' || word === 'open' || word === 'none' ? [] : [`${part}${said(word)}`];
    });
    return parts.length === 0 ? [] : [{ day, says: parts.join('，') }];
  });
  if (days.length === 0) return row.sum.days === 0 ? null : <p>{w.allHere}</p>;
  return (
    <section aria-label={w.dates}>
      <h3>{w.dates}</h3>
      <Facts rows={days.map(({ day, says }) => ({ says: calendarWords(day, view.today, language), value: says }))} />
    </section>
  );
}
