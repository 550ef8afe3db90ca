import { type ZodError, z } from 'zod';
import { type FieldFault, Refusal, type RefusalKind, type Sentence } from '../../kernel/refusal';

/** The status of each kind of refusal. */
export const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unsupported: 415,
  unprocessable: 422,
  'too-many': 429,
  unavailable: 503,
};

/** How every refusal goes over the wire. */
export const RefusalView = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    requestId: z.string(),
    fields: z.array(z.strictObject({ path: z.string(), zh: z.string(), en: z.string() })).optional(),
    current: z.unknown().optional(),
  }),
});

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

/** The refusal of an input that does not fit its shape, field by field, in both languages. */
export function shapeRefusal(error: ZodError): Refusal {
  const fields: FieldFault[] = error.issues.map((issue) => ({ path: issue.path.join('.'), ...sentencesOf(issue) }));
  return new Refusal(
    'invalid',
    'shape',
    {
      zh: '没有保存：有些内容填得不对，请按提示修改后再试。',
      en: 'Not saved: some of what was entered is not right. Mend the marked fields and try again.',
    },
    { fields },
  );
}

/** The wire form of a refusal. */
export function refusalView(refusal: Refusal, requestId: string): z.infer<typeof RefusalView> {
  const { fields, current } = refusal.extra;
  return {
    error: {
      code: refusal.code,
      ...refusal.says,
      requestId,
      ...(fields ? { fields: [...fields] } : {}),
      ...(current === undefined ? {} : { current }),
    },
  };
}

/** What is said of a fault of ours: nothing of what happened inside, but the number by which it is found in the log. */
export function faultRefusal(): Refusal {
  return new Refusal('unavailable', 'fault', {
    zh: '系统出了问题，这次没有成功，已记录。请稍后再试；仍不行就把下面的编号告诉管理员。',
    en: 'Something went wrong on our side and was noted. Try again later, or give the number below to the administrator.',
  });
}

function sentencesOf(issue: ZodError['issues'][number]): Sentence {
  if (issue.code === 'custom') return { zh: issue.message, en: issue.message };
  // A localeError reads the raw form of an issue, which differs from the finished one in its message only.
  const raw = issue as Parameters<typeof chinese>[0];
  return { zh: wordsOf(chinese(raw)), en: wordsOf(english(raw)) };
}

function wordsOf(said: string | { message: string } | null | undefined): string {
  return typeof said === 'string' ? said : (said?.message ?? '');
}
