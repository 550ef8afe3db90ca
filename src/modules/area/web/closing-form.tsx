import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { ReasonField } from './reason-field';
import { commonWords, schoolWords } from './words';

const Closing = z.object({ until: z.iso.date(), successor: z.string().optional(), reason: z.string().max(200) });

type ClosingFormProps = {
  /** What ends with it, told before it is done. */
  readonly effect: string;
  /** The day that is proposed. */
  readonly until: string;
  readonly submit: string;
  readonly reasons: readonly string[];
  readonly onSubmit: (closing: z.output<typeof Closing>) => Promise<unknown>;
  readonly onLeave: () => void;
  /** Further fields: who takes over. */
  readonly children?: ReactNode;
};

/** Ends a school, a class or a place: it cannot be taken back, so the form names the effect and is the one question asked. */
export function ClosingForm({ effect, until, submit, reasons, onSubmit, onLeave, children }: ClosingFormProps) {
  const w = useWords(commonWords);
  const said = useWords(schoolWords);
  return (
    <div className="area-form-narrow">
      <p className="area-effect">{effect}</p>
      <ZodForm
        schema={Closing}
        initial={{ until }}
        submit={submit}
        onSubmit={onSubmit}
        beside={<Button onClick={onLeave}>{w.cancel}</Button>}
      >
        <FormField name="until" label={said.closeLast}>
          <Input type="date" />
        </FormField>
        {children}
        <ReasonField usual={reasons} />
      </ZodForm>
    </div>
  );
}
