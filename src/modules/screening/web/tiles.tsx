import { Door } from '../../../ui/desk/door';
import { useSay, useWords } from '../../../ui/shared/language';
import type { ProgressView } from '../contract';
import { deskWords } from './desk-words';
import { shareOf } from './phase-mark';

type Tile = { readonly row: ProgressView['rows'][number]; readonly href: string };

/** The places of a campaign as a picture: a tile each, in the order of the places, the darker the more is answered. */
export function Tiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  const w = useWords(deskWords);
  const say = useSay();
  return (
    <nav className="nol-screening-tiles" aria-label={w.picture}>
      {tiles.map(({ row, href }) => (
        <Door
          key={row.path}
          href={href}
          className={`nol-screening-tile nol-screening-tile-${depthOf(row)}`}
          aria-label={w.pictureOf(say(row.says), row.answered, row.targets)}
        >
          <span>{say(row.says)}</span>
          <b>{shareOf(row)}</b>
        </Door>
      ))}
    </nav>
  );
}

/** 0 nothing is answered, 1 less than half, 2 half or more, 3 everything. */
function depthOf({ answered, targets }: Tile['row']): 0 | 1 | 2 | 3 {
  if (answered === 0) return 0;
  if (answered === targets) return 3;
  return answered * 2 < targets ? 1 : 2;
}
