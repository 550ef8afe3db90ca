import type { Db } from '../db';
import type { Tree } from './roles';

/** A place a grant may name. `code` is what people type: that of an area or a school; a class has that of its school. */
export type NamedPlace = {
  readonly tree: Tree;
  readonly depth: number;
  readonly path: string;
  readonly code: string;
  readonly name: string;
};

/** The places of the county as they are now. */
export type Places = {
  /** the place of a path, closed ones too: an old grant still has a name */ named(path: string): NamedPlace | undefined;
  /** the open places of a depth that a code or a whole name means; of a class, `inside` says which of the school's, on a day */
  find(tree: Tree, depth: number, text: string, inside: string, day: string): readonly NamedPlace[];
  /** at most `limit` open places of a depth whose name, its pinyin or initials, or whose code holds the text */
  search(tree: Tree, depth: number, text: string, limit: number): readonly NamedPlace[];
};

/** How the places are looked up; the house hands it in, as the platform knows no module. */
export type PlaceBook = (db: Db) => Promise<Places>;
