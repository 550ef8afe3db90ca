import type { ReactNode } from 'react';
import type { Answer } from './answers';
import { ErrorState, LoadingState } from './states';

type LoadedProps = { readonly answers: readonly Answer<unknown>[]; readonly rows?: number; readonly children: ReactNode };

/** What stands on answers of the server: their outline until all are there, the sentence of the first that cannot be had. */
export function Loaded({ answers, rows = 6, children }: LoadedProps) {
  const missing = answers.filter(({ data }) => data === undefined);
  const failed = missing.find(({ error }) => error !== null);
  if (failed?.error) return <ErrorState refused={failed.error} onRetry={() => void failed.refetch()} />;
  return missing.length > 0 ? <LoadingState rows={rows} /> : children;
}
