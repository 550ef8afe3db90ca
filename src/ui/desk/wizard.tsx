import type { ReactNode } from 'react';
import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';
import './wizard.css';

const words = defineWords({
  steps: { zh: '步骤', en: 'Steps' },
  done: { zh: '已完成', en: 'done' },
});

type WizardStep = { readonly key: string; readonly says: string };

type WizardProps = {
  readonly steps: readonly WizardStep[];
  /** The key of the step that is shown. */
  readonly current: string;
  /** The one button that goes on says what happens; the way back stands beside it. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** Work in steps: which there are and which one is open, its content, and the way on at the foot. */
export function Wizard({ steps, current, foot, children }: WizardProps) {
  const w = useWords(words);
  const at = steps.findIndex((step) => step.key === current);
  return (
    <div className="nol-wizard">
      <ol className="nol-wizard-steps" aria-label={w.steps}>
        {steps.map((step, place) => (
          <li
            key={step.key}
            aria-current={place === at ? 'step' : undefined}
            className={place < at ? 'nol-step-done' : undefined}
          >
            <span className="nol-step-number" aria-hidden="true">
              {place < at ? '✓' : place + 1}
            </span>
            {step.says}
            {place < at ? <span className="nol-unseen">{w.done}</span> : null}
          </li>
        ))}
      </ol>
      <div className="nol-wizard-content">{children}</div>
      <div className="nol-wizard-foot">{foot}</div>
    </div>
  );
}
