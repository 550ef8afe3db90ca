import { Select } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { FormField } from '../../../ui/desk/zod-form';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { AreaView } from '../contract';
import { areaReasons, areaWords } from './area-words';
import { closeArea, getArea, getAreas } from './calls';
import { placeOptions } from './choices';
import { ClosingForm } from './closing-form';
import { useConflict } from './conflict';
import type { Areas } from './use-areas';

const renews = [getAreas, getArea];

type AreaClosingProps = { readonly area: AreaView; readonly areas: Areas; readonly onDone: () => void };

/** 撤销: the place ends after a day; another may take over. */
export function AreaClosingForm({ area, areas, onDone }: AreaClosingProps) {
  const w = useWords(areaWords);
  const { language } = useLanguage();
  const tell = useTell();
  const { run } = useAction(closeArea, { renews });
  const { version, guarded } = useConflict(area);
  const others = areas.areas.filter(({ code, level }) => level === area.level && code !== area.code);
  return (
    <ClosingForm
      effect={`${w.closeTitle(area.name)}：${w.closeEffect}`}
      until={useToday()}
      submit={w.closeThis}
      reasons={areaReasons.close[language]}
      onSubmit={async ({ until, successor, reason }) => {
        const body = { until, successor: successor ?? null, reason, version };
        await guarded(() => run({ params: { code: area.code }, body }));
        tell.done(w.closed(area.name));
        onDone();
      }}
      onLeave={onDone}
    >
      <FormField name="successor" label={w.successor} hint={w.successorHint}>
        <Select options={placeOptions(others, areas.placeOf)} allowClear showSearch={{ optionFilterProp: ['label', 'value'] }} />
      </FormField>
    </ClosingForm>
  );
}
