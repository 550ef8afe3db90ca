import { Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { useKey } from '../../../ui/desk/keys';
import { ReasonDialog } from '../../../ui/desk/reason-dialog';
import { useSay, useWords } from '../../../ui/shared/language';
import type { Answer, ReviewLine } from '../review-contract';
import { answerWords, decisionReasons } from '../review-words';
import { reviewWords } from './review-page-words';
import type { Deciding } from './use-deciding';

const answers = ['same', 'different', 'unsure'] as const;
const keyOf = { same: 'y', different: 'n', unsure: 'u' } as const satisfies Record<Answer, string>;
const undoKey = { zh: '撤销上一条判定', en: 'Take the last decision back' };

type DecideBarProps = { readonly deciding: Deciding; readonly state: ReviewLine['state'] };

/** Y, N, U decide with the usual reason, the arrow beside each with another; Z takes the last one back. */
export function DecideBar({ deciding, state }: DecideBarProps) {
  const w = useWords(reviewWords);
  const say = useSay();
  const { last } = deciding;
  useKey('z', undoKey, () => void deciding.undo(), deciding.mayUndo);
  return (
    <div className="nol-decide">
      <div className="nol-decide-buttons">
        {answers.map((answer) => (
          <AnswerButton key={answer} answer={answer} deciding={deciding} disabled={state === 'gone'} />
        ))}
        <Button disabled={!deciding.mayUndo} onClick={() => void deciding.undo()}>
          {w.undo} <kbd>Z</kbd>
        </Button>
        <span className="nol-decide-keys">{w.keys}</span>
      </div>
      <p role="status" className="nol-decide-last">
        {last ? w.decided(say(answerWords[last.answer]), last.names) : ''}
      </p>
      <p className="nol-decide-effect">{w.effect}</p>
    </div>
  );
}

type AnswerButtonProps = { readonly answer: Answer; readonly deciding: Deciding; readonly disabled: boolean };

function AnswerButton({ answer, deciding, disabled }: AnswerButtonProps) {
  const w = useWords(reviewWords);
  const say = useSay();
  const [writing, setWriting] = useState(false);
  const reasons = Object.entries(decisionReasons[answer]).map(([key, says]) => ({ key, label: say(says) }));
  const usual = reasons[0]?.label ?? '';
  const decide = () => deciding.decide(answer, usual);
  useKey(keyOf[answer], answerWords[answer], decide, !disabled);
  const items = [...reasons, { key: 'own', label: w.own }];
  const choose = (key: string) => {
    const reason = reasons.find((one) => one.key === key);
    if (reason) deciding.decide(answer, reason.label);
    else setWriting(true);
  };
  const says = say(answerWords[answer]);
  return (
    <>
      <Space.Compact>
        <Button type={answer === 'same' ? 'primary' : 'default'} disabled={disabled} onClick={decide}>
          {w[answer]} <kbd>{keyOf[answer].toUpperCase()}</kbd>
        </Button>
        <Dropdown menu={{ items, onClick: ({ key }) => choose(key) }} trigger={['click']} disabled={disabled}>
          <Button type={answer === 'same' ? 'primary' : 'default'} disabled={disabled} aria-label={w.why(says)}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
              <path d="M2 4.2h8L6 8.8z" fill="currentColor" />
            </svg>
          </Button>
        </Dropdown>
      </Space.Compact>
      <ReasonDialog
        open={writing}
        title={w.ownTitle(says)}
        reasons={reasons.map(({ label }) => ({ value: label, says: { zh: label, en: label } }))}
        submit={w[answer]}
        onSubmit={async (reason) => {
          deciding.decide(answer, reason);
          setWriting(false);
        }}
        onClose={() => setWriting(false)}
      />
    </>
  );
}
