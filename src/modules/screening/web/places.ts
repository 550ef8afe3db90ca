import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';
import { shows } from '../rules/answers';
import { cuts } from '../rules/cuts';
import { findVerdicts } from '../rules/finds';
import { templates } from '../rules/templates';

const grid = z.string().max(120).optional();

/** 排查: every campaign. */
export const campaignsPlace = place('/screening', { sort: listSearch.sort });

/** 发起排查. */
export const startPlace = place('/screening/start', { template: z.enum(templates).optional() });

/** One campaign, place by place below `grid`. */
export const campaignPlace = place('/screening/:id', { grid });

/** The children of a campaign. */
export const targetsPlace = place('/screening/:id/children', {
  ...listSearch,
  grid,
  show: z.enum(shows).optional(),
  cut: z.enum(cuts).optional(),
});

/** 名册外的孩子 of a campaign. */
export const findsPlace = place('/screening/:id/finds', { ...listSearch, state: z.enum(['open', ...findVerdicts]).optional() });

/** 抽查 of a campaign. */
export const samplesPlace = place('/screening/:id/samples', {});
