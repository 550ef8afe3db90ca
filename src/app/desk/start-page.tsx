import { Suspense } from 'react';
import { PageHead } from '../../ui/desk/page-head';
import { EmptyState, LoadingState } from '../../ui/desk/states';
import { calendarWords } from '../../ui/shared/dates';
import { useLanguage, useSay, useWords } from '../../ui/shared/language';
import { useSignedIn, useToday } from '../../ui/shared/server-context';
import { holds } from '../../ui/shared/session';
import { defineWords } from '../../ui/shared/words';
import { startCards } from './cards';
import './start-page.css';

const words = defineWords({
  greeting: { zh: (name: string) => `${name}，您好`, en: (name: string) => `Hello, ${name}` },
  today: { zh: (day: string) => `今天 ${day}`, en: (day: string) => `Today, ${day}` },
  nothing: { zh: '现在没有要办的事。', en: 'Nothing to do at the moment.' },
});

/** 我的待办: who one is here, and the cards of the modules that have something for this person. */
export function StartPage() {
  const session = useSignedIn();
  const { language } = useLanguage();
  const say = useSay();
  const w = useWords(words);
  const today = useToday();
  const cards = startCards.filter((card) => holds(session, card.permissions)).sort((one, other) => one.order - other.order);
  const roles = [...new Set(session.grants.map((grant) => say(grant.says)))].join('；');
  return (
    <>
      <PageHead title={w.greeting(session.user.name)} note={w.today(calendarWords(today, today, language))} />
      <p className="nol-start-roles">{[session.user.unit, roles].filter((part) => part !== '').join(' · ')}</p>
      {cards.length === 0 ? <EmptyState says={w.nothing} /> : null}
      <div className="nol-start-cards">
        {cards.map((card) => (
          <Suspense key={card.key} fallback={<LoadingState rows={3} />}>
            <card.component />
          </Suspense>
        ))}
      </div>
    </>
  );
}
