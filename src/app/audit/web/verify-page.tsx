import { Alert, Button } from 'antd';
import { useAction, useAnswer } from '../../../ui/desk/answers';
import { Facts } from '../../../ui/desk/blocks';
import { Loaded } from '../../../ui/desk/loaded';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState } from '../../../ui/desk/states';
import { useTell } from '../../../ui/desk/tell';
import { momentWords } from '../../../ui/shared/dates';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { isRefused } from '../../../ui/shared/refused';
import { useSignedIn } from '../../../ui/shared/server-context';
import type { Verdict, VerificationState } from '../audit-contract';
import { getVerification, verify } from './calls';
import { auditPlace } from './places';
import { auditWords, verifyWords } from './words';
import './audit.css';

const renews = [getVerification];
/** How often a verification that runs is looked at. */
const everyMs = 1500;

type Verification = NonNullable<VerificationState['verification']>;

/** 验证审计: looks at every line now, and says whether the trail is whole. */
export function VerifyPage() {
  const w = useWords(verifyWords);
  const audit = useWords(auditWords);
  const answer = useAnswer(getVerification, {}, { every: everyMs });
  const verification = answer.data?.verification;
  const open = verification?.state === 'waiting' || verification?.state === 'running';
  return (
    <>
      <PageHead
        title={w.title}
        above={[{ says: audit.title, href: hrefOf(auditPlace) }]}
        help={{ says: w.help, source: 'basis', clause: w.clause }}
        actions={<RunButton busy={open} />}
      />
      <Loaded answers={[answer]} rows={3}>
        {verification ? <State verification={verification} /> : <EmptyState says={w.never} />}
      </Loaded>
    </>
  );
}

function RunButton({ busy }: { readonly busy: boolean }) {
  const w = useWords(verifyWords);
  const tell = useTell();
  const { run, busy: asking } = useAction(verify, { renews });
  const begin = async () => {
    try {
      await run({});
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <Button type="primary" loading={busy || asking} onClick={() => void begin()}>
      {w.run}
    </Button>
  );
}

function State({ verification }: { readonly verification: Verification }) {
  const w = useWords(verifyWords);
  const { state, lines, verdict } = verification;
  if (state === 'waiting') return <EmptyState says={w.waiting} />;
  if (state === 'running') return <EmptyState says={w.running(numberText(lines ?? 0))} />;
  if (verdict === null) return <Alert className="nol-verdict" type="warning" showIcon title={w.failed} />;
  return <VerdictFacts verdict={verdict} endedAt={verification.endedAt} />;
}

function VerdictFacts({ verdict, endedAt }: { readonly verdict: Verdict; readonly endedAt: string | null }) {
  const w = useWords(verifyWords);
  const { language } = useLanguage();
  const { today } = useSignedIn();
  const said = (moment: string) => momentWords(moment, today, language);
  const { firstBroken: broken, lines, anchors } = verdict;
  const result = broken
    ? w.broken(broken.chain, broken.seq, w[broken.why], numberText(Math.max(0, lines - 1)))
    : w.whole(numberText(lines));
  const anchored = anchors.newest === null ? w.noAnchors : w.anchorsSay(anchors.count, said(anchors.newest));
  const rows = [
    ...(endedAt === null ? [] : [{ says: w.at, value: said(endedAt) }]),
    { says: w.anchors, value: anchors.brokenLine === null ? anchored : w.anchorBroken(anchors.brokenLine) },
  ];
  const wrong = broken !== null || anchors.brokenLine !== null;
  return (
    <div className="nol-verdict">
      <Alert
        type={wrong ? 'error' : 'success'}
        showIcon
        title={result}
        {...(wrong ? { description: w.brokenNow } : {})}
        role="status"
      />
      <Facts rows={rows} />
    </div>
  );
}
