import { Popover } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../shared/language';
import { useSession } from '../shared/server-context';
import { defineWords } from '../shared/words';
import { Door } from './door';
import { type RuleSource, SourceLabel } from './source-label';
import './page-head.css';

const words = defineWords({
  help: { zh: '这一页的依据和说明', en: 'About this page and what it follows' },
  path: { zh: '所在位置', en: 'Where you are' },
});

/** What a page follows: at most two sentences, whose rule it is, and the clause as it is cited. */
export type Help = { readonly says: string; readonly source: RuleSource; readonly clause?: string };

type PageHeadProps = {
  readonly title: string;
  /** The pages above, outermost first. */
  readonly above?: readonly { readonly says: string; readonly href: string }[];
  readonly help?: Help;
  /** Buttons at the right; the verb says the result. */
  readonly actions?: ReactNode;
  /** Beside the title: a mark, a number of rows. */
  readonly note?: ReactNode;
};

/** The head of every page: where one is, what it is called, what it follows, what one can do. Names the window too. */
export function PageHead({ title, above = [], help, actions, note }: PageHeadProps) {
  const county = useSession()?.county.name;
  const w = useWords(words);
  useEffect(() => {
    document.title = county ? `${title} · ${county}` : title;
  }, [title, county]);
  return (
    <header className="nol-page-head">
      <div className="nol-page-title">
        {above.length > 0 ? (
          <nav aria-label={w.path} className="nol-page-above">
            {above.map((step) => (
              <span key={step.href}>
                <Door href={step.href}>{step.says}</Door>
                <i aria-hidden="true">/</i>
              </span>
            ))}
          </nav>
        ) : null}
        <h1>{title}</h1>
        {help ? <HelpSign help={help} label={w.help} /> : null}
        {note ? <span className="nol-page-note">{note}</span> : null}
      </div>
      {actions ? <div className="nol-page-actions">{actions}</div> : null}
    </header>
  );
}

function HelpSign({ help, label }: { readonly help: Help; readonly label: string }) {
  return (
    <Popover trigger="click" placement="bottomLeft" content={<HelpText help={help} />}>
      <button type="button" className="nol-help" aria-label={label}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.3" />
          <path d="M7.2 7h1.6v5H7.2zM7.2 4h1.6v1.7H7.2z" fill="currentColor" />
        </svg>
      </button>
    </Popover>
  );
}

function HelpText({ help }: { readonly help: Help }) {
  return (
    <div className="nol-help-text">
      <p>{help.says}</p>
      <p className="nol-help-clause">
        <SourceLabel source={help.source} /> {help.clause}
      </p>
    </div>
  );
}
