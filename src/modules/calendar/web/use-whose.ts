import { useMemo } from 'react';
import { type Answer, useAnswer } from '../../../ui/desk/answers';
import { useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { ExceptionView } from '../contract';
import { getAreas, getSchools } from './calls';
import { calendarWords } from './words';

/** Somebody whose calendar can be looked at: the county, a township or a school. */
export type Whose = {
  /** As it stands in the address; empty for the county. */
  readonly value: string;
  readonly label: string;
  readonly tree: ExceptionView['tree'];
  readonly path: string;
};

export type WhoseList = {
  readonly list: readonly Whose[];
  readonly answer: Answer<unknown>;
  /** The server's day: a demo county lives on another one than this computer. */
  readonly today: string;
};

/** Everybody whose calendar can be looked at: the county first, then townships, then schools. */
export function useWhose(): WhoseList {
  const w = useWords(calendarWords);
  const today = useToday();
  const areas = useAnswer(getAreas, {});
  const schools = useAnswer(getSchools, { query: { size: 200 } });
  const list = useMemo(() => {
    const places = areas.data?.areas ?? [];
    const county = places.find(({ level }) => level === 'county');
    return [
      { value: '', label: w.county, tree: 'county' as const, path: county?.path ?? '' },
      ...places
        .filter(({ level }) => level === 'township')
        .map(({ code, name, path }) => ({ value: `a${code}`, label: name, tree: 'area' as const, path })),
      ...(schools.data?.rows ?? []).map(({ id, name, path }) => ({
        value: `s${id}`,
        label: name,
        tree: 'school' as const,
        path,
      })),
    ];
  }, [areas.data, schools.data, w]);
  return { list, answer: areas, today: areas.data?.day ?? today };
}

/** What the server is asked for, from what stands in the address. */
export function queryOf(of: string | undefined, grade: number | undefined) {
  const id = of?.slice(1);
  return { ...(of?.startsWith('a') ? { area: id } : { school: id }), grade };
}
