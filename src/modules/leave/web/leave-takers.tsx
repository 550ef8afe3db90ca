import { Button } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useDoing } from '../../../ui/desk/tell';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { saveFile } from '../../../ui/shared/save-file';
import { useServer, useSignedIn, useToday } from '../../../ui/shared/server-context';
import type { LeavesQuery } from '../contract';
import { listSays } from '../said';
import { type Narrowing, printLeaves, takeLeaveSheet } from './calls';
import { deskWords } from './words';
import './leave.css';

/** Takes the list as it is narrowed out of the house, on paper or as a workbook; each time is noted first. */
export function LeaveTakers({ query }: { readonly query: Narrowing }) {
  const w = useWords(deskWords);
  const doing = useDoing();
  const print = useAction(printLeaves);
  const sheet = useAction(takeLeaveSheet);
  const { phase, school, class: room } = query;
  const onPrint = () =>
    doing(async () => {
      await print.run({ body: query });
      window.print();
    });
  const onSheet = () => doing(async () => saveFile(await sheet.run({ body: { phase, school, class: room } })));
  return (
    <>
      <Button loading={print.busy} onClick={() => void onPrint()}>
        {w.print}
      </Button>
      <Button loading={sheet.busy} onClick={() => void onSheet()}>
        {w.sheet}
      </Button>
    </>
  );
}

/** On paper alone: which leaves these are, who printed them and when. */
export function LeavePrinted({ phase = 'open' }: { readonly phase?: LeavesQuery['phase'] | undefined }) {
  const w = useWords(deskWords);
  const say = useSay();
  const { language } = useLanguage();
  const { user } = useSignedIn();
  const [server, today] = [useServer(), useToday()];
  const when = momentWords(server.momentAt(Date.now()), today, language);
  return <p className="nol-leave-printed">{w.printed(say(listSays[phase]), user.name, user.unit, when)}</p>;
}
