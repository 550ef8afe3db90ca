import { absent } from '../../kernel/refusal';
import {
  actsOf,
  findLine,
  type LookedLine,
  linesOfRequest,
  listLines,
  listWatched,
} from '../../platform/access/trail/look-store';
import { type Context, type Db, type ReadTrx, readAs, recordAct } from '../../platform/db';
import type { House } from '../../platform/house';
import { type RouteFacts, routesOf } from '../../platform/http';
import { permissions } from '../accounts/permissions';
import { detailWords } from './act-words';
import {
  ActList,
  EventsQuery,
  ExportAsk,
  LineParams,
  LinesPage,
  LinesQuery,
  VerificationAsked,
  VerificationState,
  WholeLine,
} from './audit-contract';
import { exportTrail } from './export';
import { type LineWords, lineId, lineViews, placeOfLine } from './line-views';
import { afterOf, filterOf } from './looking';
import { askVerification, newestVerification } from './verification';

const route = routesOf<House>();

/** What the security administrator watches besides what was refused. */
const watched = ['account.disable', 'second-factor.clear', 'second-factor.recover', 'grant.approve', 'grant.end', 'grant.refuse'];

/** The audit trail for its administrator, and the security events for his. */
export function auditRoutes(facts: LineWords): readonly RouteFacts<House>[] {
  return [...lookRoutes(facts), eventRoute(facts), ...verifyRoutes, exportRoute(facts)];
}

function lookRoutes(facts: LineWords): readonly RouteFacts<House>[] {
  return [
    route({
      method: 'GET',
      url: '/api/audit/lines',
      says: { zh: '查看审计记录', en: 'Look at the audit trail' },
      who: permissions['audit.see'],
      query: LinesQuery,
      response: LinesPage,
      handle: async ({ db, context, query }) => {
        const page = await readAs(db, context, async (trx) => {
          const filter = await filterOf(trx, query);
          const lines = await listLines(trx, filter, await afterOf(trx, query.after), query.size + 1);
          return { filter, ...(await pageOf(trx, lines, query.size, facts)) };
        });
        const { filter, ...answer } = page;
        if (filter.object?.startsWith('child:')) await noteChild(db, context, filter.object);
        return answer;
      },
    }),
    route({
      method: 'GET',
      url: '/api/audit/lines/:id',
      says: { zh: '查看一条审计记录', en: 'Look at one line of the trail' },
      who: permissions['audit.see'],
      params: LineParams,
      response: WholeLine,
      handle: ({ db, context, params }) => readAs(db, context, (trx) => wholeLine(trx, params.id, facts)),
    }),
    route({
      method: 'GET',
      url: '/api/audit/acts',
      says: { zh: '查看操作种类', en: 'See the kinds of acts' },
      who: { ...permissions['audit.see'], roles: [...permissions['audit.see'].roles, ...permissions['security.see'].roles] },
      response: ActList,
      handle: ({ db, context }) =>
        readAs(db, context, async (trx) => ({ rows: (await actsOf(trx)).map((act) => ({ act, says: facts.actSays(act) })) })),
    }),
  ];
}

function eventRoute(facts: LineWords): RouteFacts<House> {
  return route({
    method: 'GET',
    url: '/api/security-events',
    says: { zh: '查看安全事件', en: 'Look at security events' },
    who: permissions['security.see'],
    query: EventsQuery,
    response: LinesPage,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const after = await afterOf(trx, query.after);
        const lines = await listWatched(trx, watched, await filterOf(trx, query), after, query.size + 1);
        return pageOf(trx, lines, query.size, facts);
      }),
  });
}

const verifyRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/audit/verification',
    says: { zh: '查看审计验证结果', en: 'See how the verification stands' },
    who: permissions['audit.see'],
    response: VerificationState,
    handle: async ({ db, context }) => ({ verification: await newestVerification(db, context) }),
  }),
  route({
    method: 'POST',
    url: '/api/audit/verification',
    says: { zh: '验证审计记录', en: 'Verify the audit trail' },
    who: permissions['audit.see'],
    creates: true,
    response: VerificationAsked,
    handle: async ({ db, context, house }) => {
      const asked = await askVerification(db, context);
      house.wakeJobs();
      return asked;
    },
  }),
];

function exportRoute(facts: LineWords): RouteFacts<House> {
  return route({
    method: 'POST',
    url: '/api/audit/export',
    says: { zh: '导出审计记录', en: 'Export the audit trail' },
    who: permissions['audit.export'],
    body: ExportAsk,
    response: 'file',
    handle: ({ db, context, body }) => exportTrail(db, context, body, facts),
  });
}

async function pageOf(trx: ReadTrx, lines: readonly LookedLine[], size: number, words: LineWords) {
  const shown = lines.slice(0, size);
  const last = shown.at(-1);
  return { rows: await lineViews(trx, shown, words), next: lines.length > size && last ? lineId(last) : null };
}

async function wholeLine(trx: ReadTrx, id: string, words: LineWords): Promise<WholeLine> {
  const line = await findLine(trx, placeOfLine(id));
  if (line === undefined) throw absent({ zh: '条审计记录', en: 'line of the trail' });
  const same = (await linesOfRequest(trx, line)).filter(({ seq }) => seq !== line.seq);
  const [view, ...beside] = await lineViews(trx, [line, ...same], words);
  if (view === undefined) throw new Error('a line that was found has no view');
  const { chain, seq, requestId } = line;
  return { ...view, chain, seq, requestId, detail: detailOf(line.detail), beside };
}

/** What a line says beside its columns, one value a row; it holds names of fields and counts. */
function detailOf(detail: unknown): WholeLine['detail'] {
  if (typeof detail !== 'object' || detail === null) return [];
  return Object.entries(detail).map(([key, value]) => {
    const says = detailWords[key] ?? { zh: key, en: key };
    return { key, says, value: typeof value === 'string' ? value : JSON.stringify(value) };
  });
}

/** Whoever asks the trail about a child has learnt something of it. */
async function noteChild(db: Db, context: Context, object: string): Promise<void> {
  await recordAct(db, context, { act: 'audit.child', object });
}
