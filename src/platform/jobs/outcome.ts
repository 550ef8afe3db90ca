import type { Refusal } from '../../kernel/refusal';

/** The outcome of a job that ended with a refusal, in the wire form of refusals. */
export function refusalOutcome(refusal: Refusal): unknown {
  return { error: { code: refusal.code, ...refusal.says } };
}

/** The outcome of a job that broke; the number leads to the log. */
export function faultOutcome(jobId: string): unknown {
  const zh = `系统出了问题，这项任务没有完成，也没有留下一半的结果。请重试；仍不行就把编号告诉管理员：${jobId}`;
  const en = `Something broke; the job was not done, and nothing of it was kept. Try again, or give the administrator this number: ${jobId}`;
  return { error: { code: 'fault', zh, en } };
}
