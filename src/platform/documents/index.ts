export { type Letter, letterFile } from './letter';
