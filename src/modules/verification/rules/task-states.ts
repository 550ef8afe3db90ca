/** Where a question stands. */
export const taskStates = ['open', 'answered', 'accepted', 'sent-back', 'recalled'] as const;
export type TaskState = (typeof taskStates)[number];

/** What can be done with a question. */
export const taskSteps = ['answer', 'accept', 'send-back', 'recall', 'reassign'] as const;
export type TaskStep = (typeof taskSteps)[number];

type Move = {
  readonly from: readonly TaskState[];
  readonly to: TaskState;
  readonly by: 'asked' | 'bureau';
};

/**
 * The life of a question. The bureau may answer as well, but nobody decides on an answer of his own, and what was accepted can be
 * opened again: a wrong acceptance is put right by sending the answer back, never by removing anything.
 */
export const taskMoves = {
  answer: { from: ['open', 'answered', 'sent-back'], to: 'answered', by: 'asked' },
  accept: { from: ['answered'], to: 'accepted', by: 'bureau' },
  'send-back': { from: ['answered', 'accepted'], to: 'sent-back', by: 'bureau' },
  recall: { from: ['open', 'sent-back'], to: 'recalled', by: 'bureau' },
  reassign: { from: ['open', 'sent-back'], to: 'open', by: 'bureau' },
} as const satisfies Record<TaskStep, Move>;

/** Who looks at a question, as far as it matters here. */
export type TaskViewer = {
  /** answers for the unit that is asked, or is the bureau */ readonly asked: boolean;
  readonly bureau: boolean;
  /** gave the answer that waits */ readonly answered: boolean;
};

export type TaskFault = 'wrong-state' | 'not-yours' | 'own-answer';

/** What stands in the way of a step, or undefined when it may be done. */
export function taskFault(step: TaskStep, state: TaskState, viewer: TaskViewer): TaskFault | undefined {
  const move: Move = taskMoves[step];
  if (move.by === 'bureau' ? !viewer.bureau : !viewer.asked) return 'not-yours';
  if (!move.from.includes(state)) return 'wrong-state';
  if ((step === 'accept' || step === 'send-back') && viewer.answered) return 'own-answer';
  return undefined;
}

/** The steps somebody may do now, for the buttons. */
export function openSteps(state: TaskState, viewer: TaskViewer): readonly TaskStep[] {
  return taskSteps.filter((step) => taskFault(step, state, viewer) === undefined);
}

/** Whether a question still waits for somebody outside the bureau. */
export function waitsForAnswer(state: TaskState): boolean {
  return state === 'open' || state === 'sent-back';
}
