export { type AreaLevel, levelOf, parentCodeOf, pathOfCode } from './rules/area-code';
export { type Area, type AreaName, type AreaNode, areasAsOf, treeOf } from './rules/area-tree';
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
export { type School, type SchoolKind, schoolKinds, usualGrades } from './rules/school';
export { className, entryYear, gradeName, readClassName, type SchoolClass } from './rules/school-class';
export {
  daysOfSchoolYear,
  type SchoolYear,
  schoolYearAfter,
  schoolYearOf,
  yearOfBegin,
} from './rules/school-year';
