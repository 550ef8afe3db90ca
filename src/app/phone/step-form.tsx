import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/phone/button';
import { useSay } from '../../ui/shared/language';
import { useSending } from '../../ui/shared/use-sending';

type FormState = ReturnType<typeof useStepForm>;

/** Sends when every part is as it should be; else says which is not. */
export function useStepForm<K extends string>(submit: () => Promise<void>, right: Readonly<Record<K, boolean>>) {
  const { send, busy, refused } = useSending<undefined>(submit);
  const [tried, setTried] = useState(false);
  const wrong = Object.keys(right).filter((key) => !right[key as K]);
  const onSubmit = () => {
    setTried(true);
    if (wrong.length === 0) void send(undefined);
  };
  return { busy, refused, onSubmit, missing: new Set(tried ? wrong : []) };
}

/** A few fields, why they were refused, and the one button. */
export function StepForm({ form, submit, children }: { form: FormState; submit: string; children: ReactNode }) {
  const say = useSay();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.onSubmit();
      }}
    >
      {children}
      {form.refused ? (
        <p className="ph-refused" role="alert">
          {say(form.refused.says)}
        </p>
      ) : null}
      <Button kind="main" type="submit" busy={form.busy}>
        {submit}
      </Button>
    </form>
  );
}
