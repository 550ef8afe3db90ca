import type { FastifyInstance } from 'fastify';
import { newId } from '../../../platform/db';

/** What came back: the status and the parsed body. */
export type Answer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of an answer
  readonly json: any;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly raw: Buffer;
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A browser with its cookies and the token of its page, on one machine. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private token: string | undefined;

  constructor(
    private readonly app: FastifyInstance,
    readonly source = '10.0.0.1',
    private readonly agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36',
  ) {}

  get(url: string): Promise<Answer> {
    return this.send('GET', url);
  }

  post(url: string, body: unknown = {}): Promise<Answer> {
    return this.send('POST', url, body);
  }

  put(url: string, body: unknown): Promise<Answer> {
    return this.send('PUT', url, body);
  }

  delete(url: string): Promise<Answer> {
    return this.send('DELETE', url);
  }

  signIn(login: string, password: string): Promise<Answer> {
    return this.post('/api/session', { login, password });
  }

  /** Sends a file as a form would. */
  async upload(url: string, name: string, content: Buffer): Promise<Answer> {
    const boundary = 'nol-test-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.inject('POST', url, payload, `multipart/form-data; boundary=${boundary}`);
  }

  private send(method: Method, url: string, body?: unknown): Promise<Answer> {
    return this.inject(method, url, body === undefined ? undefined : JSON.stringify(body), 'application/json');
  }

  private async inject(method: Method, url: string, payload: string | Buffer | undefined, type: string): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'user-agent': this.agent,
      ...(payload === undefined ? {} : { 'content-type': type }),
      ...(cookie === '' ? {} : { cookie }),
      ...(this.token === undefined || method === 'GET' ? {} : { 'x-nol-token': this.token }),
      ...(method === 'POST' ? { 'idempotency-key': newId() } : {}),
    };
    const answer = await this.app.inject({
      method,
      url,
      headers,
      remoteAddress: this.source,
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    const json = isJson && answer.body !== '' ? answer.json() : undefined;
    if (typeof json?.token === 'string') this.token = json.token;
    if (json?.signedIn === false) this.token = undefined;
    return { status: answer.statusCode, json, headers: answer.headers, raw: answer.rawPayload };
  }
}
