import { Suspense, useState } from 'react';
import { Button } from '../../../../ui/phone/button';
import { Row, RowList } from '../../../../ui/phone/row';
import { Screen } from '../../../../ui/phone/screen';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useWay } from '../../../../ui/phone/way';
import { calendarWords, dueWords } from '../../../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../../../ui/shared/language';
import { useCall } from '../../../../ui/shared/server-context';
import { outcomesFor } from '../../../verification/index';
import { ContactRows, type Filled, type Visit, VisitForm } from '../../../verification/web/phone/index';
import type { TargetView } from '../../contract';
import { repliesOf } from '../../rules/questions';
import { outcomeGroups } from '../../rules/visit';
import { addAnswer, addPhoto, askContact, dropPhoto } from '../calls';
import { answerText, phaseSays, repliedLines, screeningWords, whoIs } from '../words';
import { visitHref } from './hrefs';
import { isAllReplied, QuestionFields } from './question-fields';
import { type Handing, useHanding } from './use-handing';
import { phoneWords } from './words';

type About = Pick<
  TargetView,
  | ('targetId' | 'campaignId' | 'campaign' | 'path' | 'place' | 'name' | 'sex' | 'age' | 'answer' | 'decision')
  | ('version' | 'method' | 'until' | 'phase' | 'today' | 'as' | 'questions')
>;
type VisitedProps = {
  readonly about: About;
  /** what only the server knows; absent without a network */ readonly full?: TargetView | undefined;
  readonly above: string;
  readonly justHanded: boolean;
  readonly onTaken: (view: TargetView | undefined) => void;
};

/** One child of a campaign: the form, or what was said and what became of it. */
export function Visited({ about, full, above, justHanded, onTaken }: VisitedProps) {
  const w = useWords(phoneWords);
  const s = useWords(screeningWords);
  const { language } = useLanguage();
  const [again, setAgain] = useState(false);
  const handing = useHanding<TargetView>({
    ...{ kind: 'screening-visit', subject: `screening-visit ${about.targetId}`, isView: isTarget },
    onTaken: (view) => {
      setAgain(false);
      onTaken(view);
    },
  });
  const title = [about.name, whoIs(about, s)].join(' ');
  const note = `${about.campaign} · ${dueWords(about.until, about.today, language)}`;
  const runs = about.phase === 'running' || about.phase === 'late';
  const lies = handing.entry !== undefined && handing.entry.state !== 'refused';
  const asks = about.as !== null && runs && !lies && (about.answer === null || again);
  const known = <Known about={about} full={full} />;
  if (asks) {
    return (
      <Suspense fallback={<Loading />}>
        <Form {...{ about, full, above, title, kind: s.title, note, handing }}>{known}</Form>
      </Suspense>
    );
  }
  const may = about.as !== null && runs && !lies;
  return (
    <Screen
      title={title}
      kind={s.title}
      note={note}
      above={above}
      action={justHanded || lies ? <After above={above} /> : undefined}
    >
      {justHanded ? (
        <p role="status" className="ph-done">
          ✓ {w.handed}
        </p>
      ) : null}
      {lies ? <Lies handing={handing} /> : null}
      {known}
      {full ? <Said view={full} /> : null}
      {may ? <Button onClick={() => setAgain(true)}>{w.again}</Button> : null}
      <Barred about={about} runs={runs} />
    </Screen>
  );
}

function Barred({ about, runs }: { readonly about: About; readonly runs: boolean }) {
  const w = useWords(phoneWords);
  const say = useSay();
  if (!runs) return <p className="ph-hint">{w.notNow(say(phaseSays[about.phase]))}</p>;
  return about.as === null ? <p className="ph-hint">{w.onlySee}</p> : null;
}

/** What lies on the phone: on its way, waiting for a network, or met by somebody else's word. */
function Lies({ handing: { clash, isSending, settle } }: { readonly handing: Handing<TargetView> }) {
  const w = useWords(phoneWords);
  const say = useSay();
  if (clash === undefined)
    return (
      <p role="status" className="ph-hint">
        {isSending ? w.sending : w.onPhoneWhy}
      </p>
    );
  return (
    <section role="alert" className="ph-refused">
      <p>
        {w.clash}
        {clash.answer === null ? '' : answerText(clash.answer, say)}
      </p>
      <Button kind="main" onClick={() => void settle('mine')}>
        {w.mine}
      </Button>
      <Button onClick={() => void settle('theirs')}>{w.theirs}</Button>
    </section>
  );
}

type FormProps = Pick<VisitedProps, 'about' | 'full' | 'above'> & {
  readonly title: string;
  readonly kind: string;
  readonly note: string;
  readonly handing: Handing<TargetView>;
  readonly children: React.ReactNode;
};

function Form({ about, full, above, title, kind, note, handing, children }: FormProps) {
  const w = useWords(phoneWords);
  const call = useCall();
  const { targetId, name, version, today, as, questions } = about;
  const params = { id: targetId };
  const groups = outcomeGroups.map((group) => ({ group, outcomes: outcomesFor(group, as ?? 'village') }));
  const hand = (visit: Visit, filled: Filled) => {
    const said = (language: 'zh' | 'en') => answerText(visit.outcome, (says) => says[language]);
    return handing.hand(
      addAnswer,
      { params, body: { ...visit, replies: repliesOf(questions, filled), version } },
      {
        says: { zh: phoneWords.visitOf.zh(name, said('zh')), en: phoneWords.visitOf.en(name, said('en')) },
        href: visitHref(about.campaignId, about.path, targetId),
        versionIn: 'version',
      },
    );
  };
  const photo = (fileId: string, at: number) => ({ fileId, name: `${w.photo} ${at + 1}`, proof: 'home-visit' });
  const photos = full && {
    files: full.photos.map(photo),
    add: async (body: FormData) => (await call(addPhoto, { params, body })).photos.map(photo),
    drop: async (file: string) => (await call(dropPhoto, { params: { ...params, file } })).photos.map(photo),
  };
  const asked = questions.length > 0 && {
    fields: (parts: Pick<Parameters<typeof QuestionFields>[0], 'filled' | 'change' | 'tried'>) => (
      <QuestionFields questions={questions} {...parts} />
    ),
    isAnswered: (filled: Filled) => isAllReplied(questions, filled),
  };
  return (
    <VisitForm
      draftKey={targetId}
      {...{ today, groups, title, kind, note, above, photos }}
      asked={asked || undefined}
      onHand={hand}
    >
      {handing.refused ? <Fault refused={handing.refused} /> : null}
      {full ? null : <p className="ph-hint">{w.unheard}</p>}
      {children}
    </VisitForm>
  );
}

function Known({ about, full }: { readonly about: About; readonly full: TargetView | undefined }) {
  const s = useWords(screeningWords);
  const say = useSay();
  const call = useCall();
  const [newest] = full?.answers ?? [];
  const ask = (purpose: 'call' | 'visit') => call(askContact, { params: { id: about.targetId }, body: { for: purpose } });
  return (
    <>
      {about.decision === 'sent-back' ? (
        <p className="ph-refused">{newest && newest.reason !== '' ? s.sentBackWhy(newest.reason) : s.sentBack}</p>
      ) : null}
      <RowList>
        <Row title={say(about.place)} note={about.method === 'home' ? s.lives : undefined} />
        {full ? <Row title={full.guardian === '' ? s.notKnown : full.guardian} note={s.guardian} /> : null}
      </RowList>
      {full && about.as !== null ? (
        <Suspense fallback={<Loading />}>
          <ContactRows hasPhone={full.hasPhone} onAsk={ask} />
        </Suspense>
      ) : null}
    </>
  );
}

function Said({ view }: { readonly view: TargetView }) {
  const s = useWords(screeningWords);
  const say = useSay();
  const { language } = useLanguage();
  if (view.answers.length === 0) return null;
  return (
    <RowList title={s.history}>
      {view.answers.map((one) => {
        const verdict = { accepted: s.accepted, 'sent-back': s.sentBackWhy(one.reason) };
        const lines = [
          one.place,
          ...repliedLines(view.questions, one.replies, s),
          `${one.by} · ${s.foundOn(calendarWords(one.foundDay, view.today, language))}`,
          one.verdict === null ? (view.decision === 'waiting' ? s.waits : '') : verdict[one.verdict],
        ].filter((line) => line !== '');
        return (
          <Row
            key={one.at}
            title={answerText(one.answer, say)}
            note={lines.map((line) => (
              <span key={line} className="ph-line">
                {line}
              </span>
            ))}
          />
        );
      })}
    </RowList>
  );
}

function After({ above }: { readonly above: string }) {
  const w = useWords(phoneWords);
  const { go } = useWay();
  return (
    <Button kind="main" onClick={() => go(above, { replace: true })}>
      {w.backToList}
    </Button>
  );
}

function isTarget(value: unknown): value is TargetView {
  return typeof value === 'object' && value !== null && 'targetId' in value && 'answers' in value;
}
