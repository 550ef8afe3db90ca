import type { House } from '../../../platform/house';
import type { RouteFacts } from '../../../platform/http';
import { areaRoutes } from './area-routes';
import { ownerRoutes } from './owner-routes';
import { schoolAndClassRoutes } from './school-routes';

export { permissions } from '../permissions';
export { classesAt, findClass, listClasses, type StoredClass } from './class-store';
export { loadGazetteer } from './gazetteer';
export { type GridName, gridNames } from './grid-name-store';
export { findGrid, gridsOn, type PlacedGrid } from './grids';
export { listOwners, type StoredOwner } from './owner-store';
export { namesOfPaths, pathsNamed } from './path-store';
export { readingsOf } from './readings';
export { findSchool, listAllSchools, type StoredSchool } from './school-store';
export { type SeededSchools, seedAreas, seedSchools } from './seeds';
export { findArea, listAreas, type StoredArea } from './store';

/** Every route of this module. */
export const routes: readonly RouteFacts<House>[] = [...areaRoutes, ...schoolAndClassRoutes, ...ownerRoutes];
