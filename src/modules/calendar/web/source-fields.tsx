import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormField } from '../../../ui/desk/zod-form';
import { useWords } from '../../../ui/shared/language';
import { calendarWords } from './words';

/** 依据 and 理由, with which every change of the calendar is recorded. */
export function SourceFields({ withSource = true }: { readonly withSource?: boolean }) {
  const w = useWords(calendarWords);
  return (
    <>
      {withSource ? (
        <FormField name="source" label={w.source} hint={w.sourceHint}>
          <Input maxLength={200} />
        </FormField>
      ) : null}
      <FormField name="reason" label={w.reason} hint={w.reasonHint}>
        <Input maxLength={200} />
      </FormField>
    </>
  );
}

/** Closes a form without sending it. */
export function Leave({ onDone }: { readonly onDone: () => void }) {
  const w = useWords(calendarWords);
  return <Button onClick={onDone}>{w.cancel}</Button>;
}

/** What somebody else has made of it meanwhile, above the button that would put one's own in its place. */
export function Theirs({ children }: { readonly children: ReactNode }) {
  const w = useWords(calendarWords);
  return (
    <div className="cal-theirs" role="status">
      <p>{w.theirs}</p>
      <p>
        <b>{children}</b>
      </p>
      <p>{w.theirsNow}</p>
    </div>
  );
}
