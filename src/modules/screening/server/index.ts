import type { House } from '../../../platform/house';
import type { RouteFacts } from '../../../platform/http';
import { campaignRoutes } from './campaign-routes';
import { findRoutes } from './find-routes';
import { targetRoutes } from './target-routes';

export { permissions } from '../permissions';
export { bringCampaign } from './bring';
export type { BroughtAnswer, BroughtCampaign, BroughtFind, BroughtWords } from './bring-store';
export { anyCampaign } from './campaign-store';
export { enteredFinds } from './find-store';
export { followMerge, undoMerge } from './follow';

/** Every route of this module. */
export const routes: readonly RouteFacts<House>[] = [...campaignRoutes, ...targetRoutes, ...findRoutes];
