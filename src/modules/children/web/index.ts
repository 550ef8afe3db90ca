export { childPlace } from './places';
