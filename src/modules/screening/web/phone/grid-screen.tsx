import { useCallback, useMemo, useState } from 'react';
import { useKeptAnswer } from '../../../../ui/phone/kept-answer';
import type { PhonePageProps } from '../../../../ui/phone/page';
import { Screen } from '../../../../ui/phone/screen';
import { Fault, Loading } from '../../../../ui/phone/states';
import { useSaid } from '../../../../ui/phone/way';
import { useWords } from '../../../../ui/shared/language';
import type { GridView } from '../../contract';
import { getGrid } from '../calls';
import { screeningWords } from '../words';
import { ClassForm } from './class-form';
import { Houses } from './houses';
import { keptGrid } from './kept';

/** A class to be answered for at once, or a village whose children are visited one by one. */
export function GridScreen({ params }: PhonePageProps) {
  const s = useWords(screeningWords);
  const { id = '' } = params;
  const path = useSaid().get('grid') ?? '';
  const { data, isKept, refused, again } = useKeptAnswer(
    getGrid,
    { params: { id }, query: { path } },
    useMemo(() => keptGrid(id, path), [id, path]),
  );
  const [taken, setTaken] = useState<GridView>();
  const onTaken = useCallback((view: GridView | undefined) => (view ? setTaken(view) : again()), [again]);
  const newer = taken && taken.path === path && (!data || taken.version > data.version);
  const view = newer ? taken : data;
  if (!view) {
    return (
      <Screen title={s.title} above="/m/screening">
        {refused ? <Fault refused={refused} onRetry={again} /> : <Loading />}
      </Screen>
    );
  }
  const unheard = isKept && refused !== undefined;
  return view.method === 'home' ? (
    <Houses grid={view} unheard={unheard} />
  ) : (
    <ClassForm grid={view} unheard={unheard} onTaken={onTaken} />
  );
}
