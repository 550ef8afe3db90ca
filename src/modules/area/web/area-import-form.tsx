import { Button, Input } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useLanguage, useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { AreaImport, type AreaImported, type AreaPreview } from '../contract';
import { changesOf } from './area-import-rows';
import { areaImportWords, importReasons } from './area-words';
import { getArea, getAreas, importAreaTable } from './calls';
import { ReasonField } from './reason-field';

const Order = z.object({ from: AreaImport.shape.from, reason: AreaImport.shape.reason });
/** A table that ends more places than this share of them was probably cut off; our choice. */
const manyShare = 0.1;

const renews = [getAreas, getArea];

type AreaImportFormProps = {
  readonly text: string;
  readonly preview: AreaPreview;
  readonly onDone: (result: z.infer<typeof AreaImported>) => void;
  readonly onLookAgain: () => void;
};

/** From which day the changes hold and why, and the button that imports them; nothing where there is nothing to import. */
export function AreaImportForm({ text, preview, onDone, onLookAgain }: AreaImportFormProps) {
  const w = useWords(areaImportWords);
  const { language } = useLanguage();
  const today = useToday();
  const { run } = useAction(importAreaTable, { renews });
  const changes = changesOf(preview).length;
  const { problems, reused, closed, unchanged, state } = preview;
  if (changes === 0 || problems.length > 0 || reused.length > 0) return null;
  return (
    <section className="area-form area-part">
      {closed.length > unchanged * manyShare ? <p className="area-effect">{w.manyClosed(closed.length)}</p> : null}
      <ZodForm
        schema={Order}
        initial={{ from: today }}
        submit={w.run(changes)}
        onSubmit={async (typed) => onDone(await run({ body: { ...typed, text, state } }))}
        beside={<Button onClick={onLookAgain}>{w.lookAgain}</Button>}
      >
        <FormField name="from" label={w.from}>
          <Input type="date" className="area-form-narrow" />
        </FormField>
        <ReasonField usual={importReasons[language]} />
      </ZodForm>
    </section>
  );
}
