export { type Gazetteer, makeGazetteer } from './rules/county';
export { kazuo } from './rules/kazuo';
export {
  combine,
  type Finding,
  findInAddress,
  findInTownshipColumn,
  findInVillageColumn,
  nowhere,
  type PlaceTexts,
  resolvePlace,
  settle,
} from './rules/place';
