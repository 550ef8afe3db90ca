import { Button } from 'antd';
import { useTell } from '../../../ui/desk/tell';
import { calendarWords, momentWords } from '../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { saveFile } from '../../../ui/shared/save-file';
import { useCall } from '../../../ui/shared/server-context';
import { missingWords, outcomeWords } from '../../standing/web/phone/index';
import type { AnswerView } from '../contract';
import { openFile } from './calls';
import { answererSays, metSays, taskWords } from './task-words';
import { textOf } from './text-of';

type CardProps = { readonly taskId: string; readonly answer: AnswerView; readonly today: string };

/** One answer: what, shown by what, by whom, and the bureau's word on it. */
export function AnswerCard({ taskId, answer, today }: CardProps) {
  const t = useWords(taskWords);
  const say = useSay();
  const { language } = useLanguage();
  const proofs = answer.proofs.map((proof) => textOf(missingWords, proof, say)).join('、');
  const met = answer.met.map((who) => say(metSays[who])).join('、');
  const verdict = answer.verdict === null ? t.waits : answer.verdict === 'accepted' ? t.accepted : t.sentBack(answer.reason);
  const decided = answer.decidedAt === null ? '' : `${answer.decidedBy ?? ''} ${momentWords(answer.decidedAt, today, language)}`;
  return (
    <section className="nol-verification-answer">
      <h4>
        {textOf(outcomeWords, answer.outcome, say)}
        {answer.place === '' ? null : <span>{answer.place}</span>}
      </h4>
      <p>
        {t.proofs}：{proofs === '' ? t.noProofs : proofs}
        {met === '' ? null : `；${t.met}${met}`}
      </p>
      {answer.note === '' ? null : <p>{answer.note}</p>}
      <Papers taskId={taskId} answer={answer} />
      <p className="nol-verification-by">
        {say(answererSays[answer.as])} {answer.by} · {t.foundOn(calendarWords(answer.foundDay, today, language))}
      </p>
      <p className="nol-verification-verdict">
        {verdict} {decided}
        {answer.validUntil === null ? null : ` · ${t.until(calendarWords(answer.validUntil, today, language))}`}
      </p>
    </section>
  );
}

function Papers({ taskId, answer }: Pick<CardProps, 'taskId' | 'answer'>) {
  const t = useWords(taskWords);
  const say = useSay();
  const call = useCall();
  const tell = useTell();
  const open = async (file: string) => {
    try {
      saveFile(await call(openFile, { params: { id: taskId, file } }));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  if (answer.files.length === 0) return null;
  return (
    <p>
      {t.photo}：
      {answer.files.map(({ fileId, name, proof }) => (
        <Button key={fileId} type="link" size="small" onClick={() => void open(fileId)}>
          {textOf(missingWords, proof, say)} {name}
        </Button>
      ))}
    </p>
  );
}
