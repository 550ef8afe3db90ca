import { useCallback } from 'react';
import { useLanguage, useWords } from '../../../ui/shared/language';
import type { RollCallView } from '../contract';
import { standingWords } from '../words';
import { rollWords } from './words';

type Tree = RollCallView['tree'];
type Grid = RollCallView['grid'];

/** What a grid is called on the page; grids of children whom nobody has placed are named after what is missing. */
export function useGridName(): (grid: Grid, tree: Tree) => string {
  const { language } = useLanguage();
  const w = useWords(rollWords);
  return useCallback(
    (grid, tree) => {
      if (grid.name !== null) return grid.name[language];
      const isSmallest = grid.path.split('/').length > 3;
      if (tree === 'area') return isSmallest ? standingWords.noVillage[language] : w.noTownship;
      return isSmallest ? standingWords.noClass[language] : w.noSchool;
    },
    [language, w],
  );
}

/** The county is the whole tree; every other grid lies in it. */
export function isCounty(grid: Grid): boolean {
  return grid.path.split('/').length === 2;
}
