import { usePhoneAnswer } from '../../../../ui/phone/answers';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../../../ui/phone/states';
import { useSay, useWords } from '../../../../ui/shared/language';
import { ToneChip } from '../../../../ui/shared/mark';
import type { ClassesView } from '../../contract';
import { getClasses } from '../calls';
import { useMonthWords, useSignedWords } from '../line-words';
import { checkWords } from '../words';
import { CheckedClass } from './sheet-screen';
import { phoneWords } from './words';

type Line = ClassesView['rows'][number];

/** 一月一核: the classes one signs, those still to be signed first. Whoever has one class is in it at once. */
export function ChecksScreen() {
  const w = useWords(checkWords);
  const p = useWords(phoneWords);
  const say = useSay();
  const monthOf = useMonthWords();
  const signedWords = useSignedWords();
  const { data, refused, again } = usePhoneAnswer(getClasses, { query: {} });
  const [only, second] = data?.rows ?? [];
  if (data?.month && only && !second) return <CheckedClass id={only.classId} />;
  const isOpen = ({ signed }: Line) => signed === null || signed.state === 'returned';
  const rows = data?.month ? data.rows : [];
  const titled = (line: Line) =>
    new Set(rows.map(({ school }) => school)).size > 1 ? `${line.school} ${say(line.name)}` : say(line.name);
  const [open, done] = [rows.filter(isOpen), rows.filter((line) => !isOpen(line))];
  return (
    <Screen title={w.title} note={data?.month ? monthOf(data.month.month) : undefined}>
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {!data && !refused ? <Loading /> : null}
      {data && !data.month ? <Empty says={`${w.noMonth}${w.noMonthWhy}`} /> : null}
      {data?.month && rows.length === 0 ? <Empty says={`${p.none}${p.noneWhy}`} /> : null}
      {open.length > 0 ? (
        <RowList title={`${p.toSign}（${open.length}）`}>
          {open.map((line) => (
            <Row
              key={line.classId}
              title={titled(line)}
              beside={line.signed ? <ToneChip tone="watch">{w.returned}</ToneChip> : undefined}
              href={`/m/checks/${line.classId}`}
            />
          ))}
        </RowList>
      ) : null}
      {data && done.length > 0 ? (
        <RowList title={`${p.done}（${done.length}）`}>
          {done.map((line) => (
            <Row
              key={line.classId}
              title={titled(line)}
              note={line.signed ? signedWords(line.signed, data.today) : undefined}
              beside={line.differences > 0 ? <ToneChip tone="info">{w.differ(line.differences)}</ToneChip> : undefined}
              href={`/m/checks/${line.classId}`}
            />
          ))}
        </RowList>
      ) : null}
    </Screen>
  );
}
