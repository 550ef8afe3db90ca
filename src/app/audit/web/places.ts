import { z } from 'zod';
import { place } from '../../../ui/desk/place';

const day = z.iso.date();
const line = z.string().regex(/^\d{1,2}-\d{1,15}$/);

/** What every look at the trail has in its address: the conditions, the line a page comes after, and the opened line. */
const look = {
  from: day.optional(),
  until: day.optional(),
  person: z.string().max(60).default(''),
  act: z.string().max(60).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  after: line.optional(),
  open: line.optional(),
};

/** 审计记录. */
export const auditPlace = place('/audit', { ...look, object: z.string().max(300).default('') });

/** 安全事件. */
export const eventsPlace = place('/security-events', look);

/** 验证审计记录. */
export const verifyPlace = place('/audit-verification', {});
