export { type County, findCounty, insertCounty } from './county-store';
