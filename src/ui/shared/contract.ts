type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What goes over the wire at one address; the types are those of the Zod schemas in a module's contract.ts. */
export type Shapes = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
  readonly answer: unknown;
};

/** One address of the server, as a page knows it. */
export type Contract<S extends Shapes = Shapes> = {
  readonly method: Method;
  /** With its parameters: `/api/schools/:id`. */
  readonly url: string;
  /** Makes something new, so that a repeated request must not make it twice (REL-08). */
  readonly creates: boolean;
  /** Answers 401 to a wrong password, which is no reason to ask for the password over the page. */
  readonly signsIn: boolean;
  /** Only a type: nothing is ever stored here. */
  readonly shapes?: S;
};

/**
 * Names an address and the types that belong to it: `contract<{ body: SchoolDraft; answer: SchoolView }>('POST', '/api/schools',
 * { creates: true })`. Only types of the Zod schemas are used, so a phone page does not carry Zod (24 kB); what the server answers
 * has passed the same schema on its way out and is not checked again here.
 */
export function contract<S extends Shapes>(
  method: Method,
  url: string,
  { creates = false, signsIn = false }: { readonly creates?: boolean; readonly signsIn?: boolean } = {},
): Contract<S> {
  return { method, url, creates, signsIn };
}

type Part<S, K extends 'params' | 'body'> = S extends { readonly [P in K]: infer V } ? { readonly [P in K]: V } : unknown;
type QueryPart<S> = S extends { readonly query: infer Q }
  ? Record<never, never> extends Q
    ? { readonly query?: Q }
    : { readonly query: Q }
  : unknown;

/** What a call hands over: the parts its contract names, `{}` where it names none. */
export type Input<S extends Shapes> = Part<S, 'params'> & Part<S, 'body'> & QueryPart<S>;

/** What a call may hand over at most. */
export type LooseInput = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
};

/** The address of a call, parameters and query filled in; an undefined query value is left out, a list is repeated. */
export function addressOf(url: string, { params, query }: LooseInput): string {
  const path = url.replace(/:(\w+)/g, (_, name: string) => {
    const value = params?.[name];
    if (value === undefined) throw new Error(`${url} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) search.append(name, String(each));
  }
  const filled = search.toString();
  return filled === '' ? path : `${path}?${filled}`;
}
