import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Sentence } from '../../kernel/refusal';
import type { Permission } from '../access';
import type { Context, Db } from '../db';
import type { SessionFacts } from './session';

/** Who may call: everybody, everybody who is signed in, or the roles of a permission. */
export type Who = 'anyone' | 'signed-in' | Permission;

/** A file that came with a request; the stream must be read to its end or destroyed. */
export type Upload = { readonly name: string; readonly stream: Readable };

/** A file as an answer; it is sent as an attachment and never kept by a cache. */
export type FileAnswer = { readonly name: string; readonly mediaType: string; readonly body: Buffer | Readable };

type Shape = z.ZodType;
type Said<S extends Shape | undefined> = S extends Shape ? z.output<S> : undefined;

/** A cookie to set; empty text takes it away. */
export type CookieAnswer = { readonly name: 'session' | 'device'; readonly value: string; readonly seconds: number };

/** What a handler is given: the checked input, who asks, and the house. */
export type Ask<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined, House> = {
  readonly params: Said<P>;
  readonly query: Said<Q>;
  readonly body: Said<B>;
  readonly context: Context;
  readonly session: SessionFacts | null;
  readonly db: Db;
  readonly house: House;
  /** the known device of this browser, '' when there is none */ readonly device: string;
  /** what the browser says it is, '' when it says nothing */ readonly agent: string;
  upload(): Promise<Upload>;
  setCookie(cookie: CookieAnswer): void;
};

export type RouteFacts<House> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly says: Sentence;
  readonly who: Who;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: Shape;
  /** the shape of the answer, or `file` */ readonly response: Shape | 'file';
  /** makes something new: an Idempotency-Key is required, and the handler answers with the result of its `transact` */
  readonly creates?: boolean;
  /** a file comes as multipart/form-data instead of a body */ readonly upload?: boolean;
  /** may be called before the second factor and a due change of password: the routes that lead there */
  readonly early?: boolean;
  readonly handle: (ask: Ask<Shape, Shape, Shape, House>) => Promise<unknown>;
};

type Declared<
  House,
  P extends Shape | undefined,
  Q extends Shape | undefined,
  B extends Shape | undefined,
  R extends Shape | 'file',
> = Omit<RouteFacts<House>, 'params' | 'query' | 'body' | 'response' | 'handle'> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  readonly handle: (ask: Ask<P, Q, B, House>) => Promise<R extends Shape ? z.input<R> : FileAnswer>;
};

/** Declares a route; its handler's types follow from its shapes. The server refuses to start on one that is not declared so. */
export function routesOf<House>() {
  return <
    P extends Shape | undefined = undefined,
    Q extends Shape | undefined = undefined,
    B extends Shape | undefined = undefined,
    R extends Shape | 'file' = 'file',
  >(
    declared: Declared<House, P, Q, B, R>,
  ): RouteFacts<House> => declared as unknown as RouteFacts<House>;
}
