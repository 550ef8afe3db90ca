export { type GateFacts, lacksSecondFactor } from './gate';
export { servePages } from './pages';
export { type Ask, type FileAnswer, type RouteFacts, routesOf, type Upload, type Who } from './route';
export { buildServer, type ServerOptions } from './server';
export { hashToken, IDLE_SECONDS, pageToken, type SessionFacts, type SessionState, sessionOf } from './session';
export { RefusalView } from './wire';
