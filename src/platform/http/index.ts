export { servePages } from './pages';
export { type Ask, type FileAnswer, type RouteFacts, routesOf, type Upload, type Who } from './route';
export { buildServer, type ServerOptions } from './server';
export { hashToken, IDLE_SECONDS, pageToken, type SessionFacts } from './session';
export { RefusalView } from './wire';
