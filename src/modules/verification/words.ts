import type { Sentence } from '../../kernel/refusal';
import type { TaskFault } from './rules/task-states';

/** Names of things, for sentences about them. */
export const things = {
  task: { zh: '条核查任务', en: 'question' },
  batch: { zh: '批核查任务', en: 'batch of questions' },
  file: { zh: '份材料', en: 'paper' },
} as const satisfies Record<string, Sentence>;

/** Why a step is refused: what happened, why, what now. */
export const faultSays: { readonly [F in TaskFault]: Sentence } = {
  'wrong-state': {
    zh: '没有保存：这条核查任务的状态已经变了。请刷新后再看。',
    en: 'Not saved: this question stands elsewhere by now. Reload and look again.',
  },
  'not-yours': {
    zh: '没有保存：这一步不由您来办。核准和退回由县教育局办理。',
    en: 'Not saved: this step is not yours. The bureau accepts answers and sends them back.',
  },
  'own-answer': {
    zh: '没有保存：这条结果是您自己填的，请由另一位专干来核准或退回。',
    en: 'Not saved: you gave this answer yourself; a colleague has to decide on it.',
  },
};

export const refusals = {
  noRun: {
    zh: '没有下发：还没有比对过名册。请先在“名册比对”里比对一次。',
    en: 'Not sent: no comparison has been run yet. Compare the registers first.',
  },
  nothingToSend: {
    zh: '没有下发：这些孩子都已经在核查，或者已经没有这样的孩子。请刷新后再看。',
    en: 'Not sent: all of them are being asked about already, or there are none any more. Reload and look again.',
  },
  dueDay: {
    zh: '截止日期要在今天和两个月之内。请重新选择。',
    en: 'The day must lie between today and two months from now. Choose another.',
  },
  outcome: {
    zh: '没有保存：这一项不能由您来填。请另选一项，或在备注里说明。',
    en: 'Not saved: this answer is not yours to give. Choose another, or say it in the note.',
  },
  place: { zh: '请写明在哪里、哪所学校就读。', en: 'Say where and in which school.' },
  foundDay: { zh: '核查日期不能晚于今天，也不能早于半年前。', en: 'The day must be within the last half year.' },
  proof: {
    zh: '没有保存：没有这一类证明材料。请刷新页面再选。',
    en: 'Not saved: no such kind of proof. Reload and choose again.',
  },
  validUntil: { zh: '证明的有效期要晚于今天。', en: 'The proof must hold beyond today.' },
  reason: { zh: '请写明为什么退回，让填报的人知道要补什么。', en: 'Say why it is sent back, so that they know what is missing.' },
  unit: {
    zh: '没有转交：这个村、乡镇、学校或班级不存在或已撤销。请重新选择。',
    en: 'Not passed on: no such place any more. Choose another.',
  },
  paperKind: {
    zh: '没有收下：只收照片（jpg、png、webp）和 PDF。请拍照或另存后再传。',
    en: 'Not taken: only photographs (jpg, png, webp) and PDF. Take a photograph or save it as one.',
  },
  paperBroken: {
    zh: '没有收下：这张照片打不开，可能没有传完。请重拍一张。',
    en: 'Not taken: the photograph cannot be opened, perhaps it did not arrive whole. Take another.',
  },
  paperSize: { zh: '没有收下：一份材料不能超过 5 MB。', en: 'Not taken: a paper may weigh 5 MB.' },
  tooMany: { zh: '没有收下：一条任务最多 9 份材料。', en: 'Not taken: at most nine papers a question.' },
} as const satisfies Record<string, Sentence>;
