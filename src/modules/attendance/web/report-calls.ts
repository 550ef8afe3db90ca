import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  DraftQuery,
  DraftView,
  ReceiptRequest,
  ReportRequest,
  ReportsQuery,
  ReportsView,
  ReportView,
} from '../report-contract';

type Named = { params: { id: string } };
export const getReports = contract<{ query: ReportsQuery; answer: ReportsView }>('GET', '/api/absence-reports');
export const getReport = contract<Named & { answer: ReportView }>('GET', '/api/absence-reports/:id');
export const getReportDraft = contract<Named & { query: DraftQuery; answer: DraftView }>(
  'GET',
  '/api/children/:id/absence-report-draft',
);
export const writeReport = contract<Named & { body: ReportRequest; answer: ReportView }>(
  'POST',
  '/api/children/:id/absence-reports',
  { creates: true },
);
export const receiveReport = contract<Named & { body: ReceiptRequest; answer: ReportView }>(
  'POST',
  '/api/absence-reports/:id/receipts',
  { creates: true },
);
export const takeLetter = contract<Named & { answer: FileAnswer }>('POST', '/api/absence-reports/:id/letters');
export const printReport = contract<Named & { answer: { printed: true } }>('POST', '/api/absence-reports/:id/prints');
