/** One class or village of a campaign. */
export function gridHref(campaignId: string, path: string): string {
  return `/m/screening/${campaignId}?grid=${encodeURIComponent(path)}`;
}

/** One child of it. */
export function visitHref(campaignId: string, path: string, targetId: string): string {
  return `/m/screening/${campaignId}/visit/${targetId}?grid=${encodeURIComponent(path)}`;
}

/** A child on no list who was met there. */
export function findHref(campaignId: string, path: string): string {
  return `/m/screening/${campaignId}/find?grid=${encodeURIComponent(path)}`;
}
