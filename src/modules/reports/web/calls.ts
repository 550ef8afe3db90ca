import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  Decision,
  ExportCounts,
  ExportDraft,
  ExportsQuery,
  ExportsView,
  ExportView,
  InsideView,
  LedgerCounts,
  LedgerQuery,
  LedgerView,
  PasswordView,
  PrintRequest,
  PrintView,
  ReceivedView,
  RosterRequest,
} from '../contract';
import type { Ledger } from '../rules/ledgers';

type ById = { id: string };
type Of = { ledger: Ledger };
type Version = { version: number };
const one = '/api/exports/:id';

export const getLedgerCounts = contract<{ answer: LedgerCounts }>('GET', '/api/ledgers');
export const getLedger = contract<{ params: Of; query: Partial<LedgerQuery>; answer: LedgerView }>('GET', '/api/ledgers/:ledger');
export const takeRoster = contract<{ params: Of; body: RosterRequest; answer: FileAnswer }>(
  'POST',
  '/api/ledgers/:ledger/roster',
);
export const printLedger = contract<{ params: Of; body: PrintRequest; answer: PrintView }>('POST', '/api/ledgers/:ledger/prints');

export const getExports = contract<{ query: Partial<ExportsQuery>; answer: ExportsView }>('GET', '/api/exports');
export const getExportCounts = contract<{ answer: ExportCounts }>('GET', '/api/export-counts');
export const getExport = contract<{ params: ById; answer: ExportView }>('GET', one);
export const getInside = contract<{ params: ById; query: { page?: number; size?: number }; answer: InsideView }>(
  'GET',
  `${one}/children`,
);
export const askExport = contract<{ body: ExportDraft; answer: ExportView }>('POST', '/api/exports', { creates: true });
export const decideExport = contract<{ params: ById; body: Decision; answer: ExportView }>('PUT', `${one}/decision`);
export const withdrawExport = contract<{ params: ById; body: Version; answer: ExportView }>('PUT', `${one}/withdrawal`);
export const writeAgain = contract<{ params: ById; body: Version; answer: ExportView }>('PUT', `${one}/writing`);
export const getPassword = contract<{ params: ById; body: Version; answer: PasswordView }>('PUT', `${one}/password`);
export const takeExport = contract<{ params: ById; body: Version; answer: FileAnswer }>('POST', `${one}/file`);
export const getReceived = contract<{ params: ById; answer: ReceivedView }>('GET', '/api/children/:id/exports');
