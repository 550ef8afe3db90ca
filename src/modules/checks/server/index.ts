export { permissions } from '../permissions';
export { routes } from './routes';
