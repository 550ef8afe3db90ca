import { nowhere } from '../../../kernel/place-path';
import type { Scope } from '../../../platform/access';
import type { ReadTrx } from '../../../platform/db';
import { type GridName, gridNames } from '../../area/server/index';
import type { GridView } from '../contract';
import { parentOf } from '../rules/grids';
import { type Grid, isWithin } from './asking';

/** Names of grids as they were called on a day. */
export class GridNames {
  private constructor(private readonly names: ReadonlyMap<string, GridName>) {}

  static async of(trx: ReadTrx, paths: Iterable<string>, day: string): Promise<GridNames> {
    const known = [...new Set(paths)].filter((path) => !isNowhere(path));
    return new GridNames(known.length === 0 ? new Map() : await gridNames(trx, known, day));
  }

  /** A grid with its name; null where it stands for 未落到村 or 未落到班. */
  view(path: string): GridView {
    if (isNowhere(path)) return { path, name: null };
    const code = path.split('/').at(-2) ?? '';
    return { path, name: this.names.get(path)?.says ?? { zh: code, en: code } };
  }

  /** Siblings in the order in which people list them; children of no place last. */
  compare(a: string, b: string): number {
    const order = (path: string) => (isNowhere(path) ? '\u{10ffff}' : (this.names.get(path)?.order ?? path));
    return order(a) < order(b) ? -1 : 1;
  }
}

/** The grids above one that lie in the scope, the uppermost first. */
export function aboveWithin(scope: Scope, { tree, path }: Grid): readonly string[] {
  const above: string[] = [];
  for (let up = parentOf(path); up !== undefined; up = parentOf(up)) if (isWithin(scope, { tree, path: up })) above.unshift(up);
  return above;
}

function isNowhere(path: string): boolean {
  return path.endsWith(`/${nowhere}/`);
}
