import type { RouteFacts } from './route';

/** Throws on the first route that is declared twice or lacks what every route must say; a fault of ours, found at the start. */
export function checkRoutes<House>(routes: readonly RouteFacts<House>[]): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.url}`;
    if (seen.has(name)) throw new Error(`${name} is declared twice`);
    seen.add(name);
    if (!route.url.startsWith('/api/')) throw new Error(`${name}: every route lies below /api/`);
    const { who } = route;
    const says = typeof who === 'string' ? true : who?.roles.length > 0;
    if (!says) throw new Error(`${name} does not say who may call it`);
    if (route.response === undefined) throw new Error(`${name} does not say the shape of its answer`);
    if (route.url.includes(':') && route.params === undefined)
      throw new Error(`${name} does not say the shape of its parameters`);
    if (route.creates && route.method !== 'POST') throw new Error(`${name}: what creates is a POST`);
    if (route.body !== undefined && route.method === 'GET') throw new Error(`${name}: a GET has no body`);
  }
}
