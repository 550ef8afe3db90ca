import { cellText } from '../../../kernel/packed-column';
import { dayOf } from '../../../platform/clock';
import type { StoredSchool } from '../../area/server/index';
import type { RegisterUnit } from '../rules/batch-state';
import type { Guard } from '../rules/guards';
import type { Register } from '../rules/register';
import type { MendedRows } from './mended-rows';
import type { OpenLayer } from './stored-rows';

/** A school brings its own children: rows that name another school are another school's to bring. */
export function guardsOfUnit(register: Register, unit: RegisterUnit, schools: readonly StoredSchool[]): Guard[] {
  if (unit.tree !== 'school') return [];
  const own = schools.find(({ path }) => path === unit.path);
  // Its teaching points are listed under their own names.
  const family = schools.filter(({ path, parentId }) => path === unit.path || (own !== undefined && parentId === own.id));
  const names = new Set(family.flatMap(({ name, otherNames, officialCode }) => [name, ...otherNames, officialCode ?? '']));
  const others = new Map<string, number>();
  for (const field of ['school', 'schoolCode'] as const) {
    const column = register.text[field];
    for (let row = 0; column && row < register.count; row++) {
      const said = cellText(column, row);
      if (said !== '' && !names.has(said)) others.set(said, (others.get(said) ?? 0) + 1);
    }
    if (others.size > 0) break;
  }
  const rows = [...others.values()].reduce((sum, count) => sum + count, 0);
  const [school] = [...others.keys()];
  return rows > 0 ? [{ code: 'other-school', severity: 'stop', numbers: { rows, school: school ?? '' } }] : [];
}

/** Mended rows go back to a batch that counts; there are no others to mend. */
export function mendGuards(layers: readonly OpenLayer[], mends: MendedRows | undefined): Guard[] {
  const inUse = new Set(layers.map(({ batchId }) => batchId));
  const lost = [...(mends?.values() ?? [])].some(({ batchId }) => !inUse.has(batchId));
  return lost ? [{ code: 'mends-nothing', severity: 'stop', numbers: { rows: mends?.size ?? 0 } }] : [];
}

/** The same bytes came before. */
export function knownFileGuards(files: readonly { readonly name: string; readonly before: Date }[]): Guard[] {
  return files.map(({ name, before }) => ({ code: 'file-known', severity: 'tell', numbers: { file: name, day: dayOf(before) } }));
}
