import type { FieldFault } from '../../kernel/refusal';
import type { Says } from './words';

/** A request that was not granted, as a page hears of it: with a sentence for the person (what happened, why, what now). */
export class Refused extends Error {
  /** The status of the answer; 0 where no answer came. */
  readonly status: number;
  /** A word for support, `stale-version`; shown small and grey. */
  readonly code: string;
  readonly says: Says;
  /** Names the line in the server's log. */
  readonly requestId: string | undefined;
  readonly fields: readonly FieldFault[];
  /** With a conflict: the thing as it stands now. */
  readonly current: unknown;

  constructor(refused: Says & Partial<Omit<Refused, 'says'>> & { status: number; code: string }) {
    super(`${refused.code}: ${refused.en}`);
    this.name = 'Refused';
    this.status = refused.status;
    this.code = refused.code;
    this.says = { zh: refused.zh, en: refused.en };
    this.requestId = refused.requestId;
    this.fields = refused.fields ?? [];
    this.current = refused.current;
  }

  /** No answer, or one of a server that is out of order: the same request may succeed later. */
  get mayRetry(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** No answer came: the network is cut, or the server restarts. */
export function unreachable(): Refused {
  return new Refused({
    status: 0,
    code: 'unreachable',
    zh: '没能连上服务器：网络断了，或者服务器正在重启。填写的内容都还在，请稍后再试。',
    en: 'The server could not be reached: the network is cut or the server is restarting. What you filled in is still here; please try again.',
  });
}

/** The refusal in an answer of the server; an answer of something in between (a proxy, a portal) gets a sentence of ours. */
export async function readRefusal(response: Response): Promise<Refused> {
  const wire = isJson(response) ? await response.json() : undefined;
  const error = wire?.error;
  if (typeof error?.zh === 'string' && typeof error.en === 'string') return new Refused({ ...error, status: response.status });
  return new Refused({
    status: response.status,
    code: `http-${response.status}`,
    zh: '没能办成：服务器没有正常回答。请稍后再试，还不行就请告诉管理员。',
    en: 'This did not work: the server gave no proper answer. Please try again later, or tell the administrator.',
  });
}

/** Whether an answer says that it holds JSON. */
export function isJson(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').includes('json');
}

/** Whether an error is the answer to a request that was not granted. */
export function isRefused(error: unknown): error is Refused {
  return error instanceof Refused;
}
