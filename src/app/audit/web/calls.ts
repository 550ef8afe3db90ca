import type { z } from 'zod';
import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  ActList,
  EventsQuery,
  ExportAsk,
  LinesPage,
  LinesQuery,
  VerificationAsked,
  VerificationState,
  WholeLine,
} from '../audit-contract';

export const getLines = contract<{ query: z.input<typeof LinesQuery>; answer: LinesPage }>('GET', '/api/audit/lines');
export const getLine = contract<{ params: { id: string }; answer: WholeLine }>('GET', '/api/audit/lines/:id');
export const getActs = contract<{ answer: ActList }>('GET', '/api/audit/acts');
export const getEvents = contract<{ query: z.input<typeof EventsQuery>; answer: LinesPage }>('GET', '/api/security-events');
export const getVerification = contract<{ answer: VerificationState }>('GET', '/api/audit/verification');
export const verify = contract<{ answer: z.output<typeof VerificationAsked> }>('POST', '/api/audit/verification', {
  creates: true,
});
export const exportTrail = contract<{ body: ExportAsk; answer: FileAnswer }>('POST', '/api/audit/export');
