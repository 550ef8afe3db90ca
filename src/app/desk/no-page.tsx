import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { Door } from '../../ui/desk/door';
import { PageHead } from '../../ui/desk/page-head';
import { EmptyState } from '../../ui/desk/states';
import { useWords } from '../../ui/shared/language';
import { defineWords } from '../../ui/shared/words';

const words = defineWords({
  lost: { zh: '没有这一页', en: 'No such page' },
  lostWhy: {
    zh: '地址可能抄漏了，也可能这一页已经搬走。请从左边的菜单进入。',
    en: 'The address may be incomplete, or the page has moved. Please use the menu at the left.',
  },
  noRight: { zh: '这一页您不能看', en: 'Not for your role' },
  noRightWhy: {
    zh: '您的岗位没有这一页的权限。需要的话，请联系县教育局的安全管理员。',
    en: 'Your role does not include this page. If you need it, ask the security administrator of the bureau.',
  },
  fault: { zh: '这一页没能打开', en: 'This page could not be opened' },
  faultWhy: {
    zh: '页面出了问题，或者没有下载完整。请重新打开；仍不行就请告诉管理员。',
    en: 'Something went wrong in the page, or it did not arrive completely. Open it again, or tell the administrator.',
  },
  reopen: { zh: '重新打开', en: 'Open again' },
  start: { zh: '回到工作台', en: 'To the start page' },
});

/** Nothing has this address. */
export function NotFoundPage() {
  const w = useWords(words);
  return <Sentence title={w.lost} why={w.lostWhy} />;
}

/** The page is there, but not for this person: a sentence and whom to ask, no data. */
export function NoRightPage() {
  const w = useWords(words);
  return <Sentence title={w.noRight} why={w.noRightWhy} />;
}

/** A page that broke or did not arrive; the frame around it goes on working. */
export function PageFault({ error }: ErrorComponentProps) {
  const w = useWords(words);
  return (
    <>
      <Sentence title={w.fault} why={w.faultWhy} onReopen={() => location.reload()} />
      <p className="nol-state-code">{error instanceof Error ? error.message : null}</p>
    </>
  );
}

function Sentence({ title, why, onReopen }: { readonly title: string; readonly why: string; readonly onReopen?: () => void }) {
  const w = useWords(words);
  const next = onReopen ? <Button onClick={onReopen}>{w.reopen}</Button> : <Door href="/">{w.start}</Door>;
  return (
    <>
      <PageHead title={title} />
      <EmptyState says={why} next={next} />
    </>
  );
}
