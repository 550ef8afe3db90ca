import type { z } from 'zod';
import type { FileAnswer } from '../../../ui/shared/caller';
import { contract } from '../../../ui/shared/contract';
import type {
  AreaChange,
  AreaClosing,
  AreaDraft,
  AreaHistoryView,
  AreaImport,
  AreaImported,
  AreaPreview,
  AreasQuery,
  AreasView,
  AreaTableText,
  AreaView,
  ClassChange,
  ClassClosing,
  ClassesQuery,
  ClassesView,
  ClassView,
  GridHistoryView,
  GridsQuery,
  GridsView,
  NewClass,
  NewOwner,
  NewSchool,
  OwnerChange,
  OwnerView,
  RolledOver,
  RollOverOrder,
  RollOverView,
  SchoolChange,
  SchoolClosing,
  SchoolsQuery,
  SchoolsView,
  SchoolView,
} from '../contract';

type ById = { id: string };
type ByCode = { code: string };

export const getAreas = contract<{ query: z.infer<typeof AreasQuery>; answer: AreasView }>('GET', '/api/areas');
export const getArea = contract<{ params: ByCode; answer: AreaHistoryView }>('GET', '/api/areas/:code');
export const addArea = contract<{ body: AreaDraft; answer: AreaView }>('POST', '/api/areas', { creates: true });
export const changeArea = contract<{ params: ByCode; body: AreaChange; answer: AreaView }>('PUT', '/api/areas/:code');
export const closeArea = contract<{ params: ByCode; body: AreaClosing; answer: AreaView }>('PUT', '/api/areas/:code/end');

export const getAreaTable = contract<{ answer: FileAnswer }>('GET', '/api/area-table');
export const getAreaTemplate = contract<{ answer: FileAnswer }>('GET', '/api/area-table/template');
export const readAreaFile = contract<{ body: FormData; answer: z.infer<typeof AreaTableText> }>('POST', '/api/area-table/sheet');
export const previewAreaTable = contract<{ body: z.infer<typeof AreaTableText>; answer: AreaPreview }>(
  'POST',
  '/api/area-table/preview',
);
export const importAreaTable = contract<{ body: AreaImport; answer: z.infer<typeof AreaImported> }>('POST', '/api/area-table', {
  creates: true,
});

export const getSchools = contract<{ query: Partial<SchoolsQuery>; answer: SchoolsView }>('GET', '/api/schools');
export const getSchool = contract<{ params: ById; answer: SchoolView }>('GET', '/api/schools/:id');
export const addSchool = contract<{ body: NewSchool; answer: SchoolView }>('POST', '/api/schools', { creates: true });
export const changeSchool = contract<{ params: ById; body: SchoolChange; answer: SchoolView }>('PUT', '/api/schools/:id');
export const closeSchool = contract<{ params: ById; body: SchoolClosing; answer: SchoolView }>('PUT', '/api/schools/:id/end');

export const getClasses = contract<{ query: ClassesQuery; answer: ClassesView }>('GET', '/api/classes');
export const addClass = contract<{ body: NewClass; answer: ClassView }>('POST', '/api/classes', { creates: true });
export const changeClass = contract<{ params: ById; body: ClassChange; answer: ClassView }>('PUT', '/api/classes/:id');
export const closeClass = contract<{ params: ById; body: ClassClosing; answer: ClassView }>('PUT', '/api/classes/:id/end');

export const getGrids = contract<{ query: Partial<GridsQuery>; answer: GridsView }>('GET', '/api/grids');
export const getGrid = contract<{ query: { path: string }; answer: GridHistoryView }>('GET', '/api/grid');
export const nameOwner = contract<{ body: NewOwner; answer: OwnerView }>('POST', '/api/grid-owners', { creates: true });
export const changeOwner = contract<{ params: ById; body: OwnerChange; answer: OwnerView }>('PUT', '/api/grid-owners/:id');

export const previewRollOver = contract<{ query: { from: string; school?: string | undefined }; answer: RollOverView }>(
  'GET',
  '/api/roll-over',
);
export const rollOver = contract<{ body: RollOverOrder; answer: z.infer<typeof RolledOver> }>('POST', '/api/roll-over', {
  creates: true,
});
