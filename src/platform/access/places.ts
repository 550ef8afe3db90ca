import type { Db } from '../db';
import type { Tree } from './roles';

/** A place a grant may name. `code` is what people type: a code of an area or school, or a class below its school. */
export type NamedPlace = { readonly tree: Tree; readonly path: string; readonly code: string; readonly name: string };

/** What giving rights has to know of places; the house hands it in, as the platform knows no module. */
export type PlaceBook = {
  /** the places of these codes at one depth of a tree, by code; what is not there, or has been closed, is left out */
  byCode(db: Db, tree: Tree, depth: number, codes: readonly string[]): Promise<ReadonlyMap<string, NamedPlace>>;
  /** the names of paths, by path */ byPath(db: Db, paths: readonly string[]): Promise<ReadonlyMap<string, NamedPlace>>;
  /** at most `limit` places at one depth of a tree whose name or code holds the text */
  search(db: Db, tree: Tree, depth: number, text: string, limit: number): Promise<readonly NamedPlace[]>;
};
