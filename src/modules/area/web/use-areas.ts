import { useCallback, useMemo } from 'react';
import { type Answer, useAnswer } from '../../../ui/desk/answers';
import { useToday } from '../../../ui/shared/server-context';
import type { AreaListed, AreasView } from '../contract';
import { getAreas } from './calls';

/** The places of the county on a day (today where none is given), with their names. */
export type Areas = {
  readonly answer: Answer<AreasView>;
  readonly areas: readonly AreaListed[];
  /** 六官营子镇 小河湾村; the code where it is not among the places of that day. */
  readonly placeOf: (code: string) => string;
  /** The server's day: a demo county lives on another one than this computer. */
  readonly today: string;
};

const none: readonly AreaListed[] = [];

/** Asks for the places once; every page that names places shares the answer. */
export function useAreas(day?: string): Areas {
  const answer = useAnswer(getAreas, { query: { day } }, { keeps: true });
  const areas = answer.data?.areas ?? none;
  const today = useToday();
  const names = useMemo(() => new Map(areas.map(({ code, name }) => [code, name])), [areas]);
  const placeOf = useCallback(
    (code: string) => {
      const [township, village] = [names.get(code.slice(0, 9)), code.length > 9 ? names.get(code) : undefined];
      return [township ?? code, village].filter((part) => part !== undefined).join(' ');
    },
    [names],
  );
  return { answer, areas, placeOf, today: answer.data?.day ?? today };
}
