import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/shared/language';
import type { Refused } from '../../../ui/shared/refused';

/** Why something was not done, above the button that was pressed, and what can be done instead. */
export function RefusedNote({ refused, next }: { readonly refused: Pick<Refused, 'says'>; readonly next?: ReactNode }) {
  const say = useSay();
  return <Alert className="nol-import-note" type="error" showIcon role="alert" title={say(refused.says)} action={next} />;
}
