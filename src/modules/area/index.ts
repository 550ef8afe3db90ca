export type { County, Gazetteer, Township } from './rules/county';
export { bareTownship, bareVillage, makeGazetteer } from './rules/county';
export { kazuo } from './rules/kazuo';
export {
  combine,
  type Finding,
  findInAddress,
  findInTownshipColumn,
  findInVillageColumn,
  nowhere,
  type Place,
  type PlaceTexts,
  resolvePlace,
  settle,
} from './rules/place';
