import type { IncomingHttpHeaders } from 'node:http';

export type Heard = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

const person = {
  signedIn: true,
  demo: true,
  county: { id: '211324', name: '喀左县' },
  today: '2025-03-10',
  now: '2025-03-10T01:00:00.000Z',
  user: { id: 'u1', name: '李志远', login: 'li', unit: '县教育局', language: 'zh' },
  grants: [],
  permissions: [],
  secondFactor: 'none',
  mustChangePassword: false,
  idleSeconds: 900,
};

/** Places that are made up: 127 of them, in five townships. */
const things = Array.from({ length: 127 }, (_, at) => ({
  id: `t${at + 1}`,
  name: `${['东沟', '西梁', '南山', '北河', '中心'][at % 5]}第${at + 1}小学`,
  township: ['大城子镇', '南公营子镇', '山嘴子镇', '六官营子镇', '十二德堡镇'][at % 5],
  stage: at % 3 === 0 ? 'junior' : 'primary',
  pupils: 40 + ((at * 37) % 900),
  openedDay: `2025-03-${String((at % 28) + 1).padStart(2, '0')}`,
}));

/** What the kit's pages ask for, answered in the forms of the wire. The list filters, sorts and pages as a server does. */
export function answerKit({ method, url, body }: Heard): { readonly status: number; readonly value: unknown } {
  const { pathname, searchParams } = new URL(url, 'http://kit');
  if (pathname === '/api/session' && method === 'DELETE') return { status: 200, value: { ...person, signedIn: false } };
  if (pathname === '/api/session/language') {
    return { status: 200, value: { ...person, token: 'kit', user: { ...person.user, language: JSON.parse(body).language } } };
  }
  if (pathname.startsWith('/api/session'))
    return { status: 200, value: { ...person, token: method === 'GET' ? 'kit' : 'kit-2' } };
  if (pathname === '/api/things' && method === 'GET') return { status: 200, value: listOf(searchParams) };
  return { status: 200, value: { id: 'new' } };
}

function listOf(asked: URLSearchParams) {
  const [q, stage] = [asked.get('q') ?? '', asked.getAll('stage')];
  const fitting = things.filter((thing) => thing.name.includes(q) && (stage.length === 0 || stage.includes(thing.stage)));
  const sort = asked.get('sort') ?? 'name';
  const [key, turn] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
  const by = (thing: (typeof things)[number]) =>
    key === 'pupils' ? String(thing.pupils).padStart(5, '0') : thing.id.padStart(5, '0');
  const sorted = [...fitting].sort((one, other) => turn * by(one).localeCompare(by(other)));
  const [page, size] = [Number(asked.get('page') ?? 1), Number(asked.get('size') ?? 50)];
  return { rows: sorted.slice((page - 1) * size, page * size), total: fitting.length, page, size };
}
