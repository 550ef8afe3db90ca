import { useState } from 'react';
import type { FieldFault } from '../../kernel/refusal';
import { isRefused, type Refused } from './refused';

/** Sends what a form holds: whether it is on its way, why it was refused, and the fields the server did not accept. */
export function useSending<T>(onSubmit: (value: T) => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const send = async (value: T): Promise<readonly FieldFault[]> => {
    setBusy(true);
    setRefused(undefined);
    try {
      await onSubmit(value);
      return [];
    } catch (error) {
      if (!isRefused(error)) throw error;
      setRefused(error);
      return error.fields;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, refused };
}
