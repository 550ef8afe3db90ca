import { useState } from 'react';
import { useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import type { BatchDraft } from '../contract';
import { schoolKinds } from '../rules/batch-state';
import type { RegisterKind } from '../rules/register';
import { dayByName, kindByName } from './name-clues';
import { useIsCounty } from './units';
import { fileWords } from './words';

type Faults = { readonly files?: string; readonly kind?: string; readonly asOf?: string };

/** What the first step holds: the files, and what is said of them. What the names of the files tell is filled in until a person says otherwise. */
export type ImportDraft = ReturnType<typeof useImportDraft>;

/** Keeps the first step; `wanted` is the list that was asked for by the page before. */
export function useImportDraft(wanted: RegisterKind | undefined) {
  const w = useWords(fileWords);
  const isCounty = useIsCounty();
  const today = useToday();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [said, setSaid] = useState<{ kind?: RegisterKind | undefined; asOf?: string; unit: string }>({ kind: wanted, unit: '' });
  const [faults, setFaults] = useState<Faults>({});

  const names = files.map((file) => file.name);
  const kind = said.kind ?? kindByName(names);
  const asOf = said.asOf ?? names.map((name) => dayByName(name, today)).find((day) => day !== undefined) ?? today;
  const say = (more: Partial<typeof said>) => {
    setSaid({ ...said, ...more });
    setFaults({});
  };
  /** The batch to be made, or undefined once it is shown what is missing. */
  const check = (): BatchDraft | undefined => {
    const found: Faults = {
      ...(files.length === 0 ? { files: w.noFile } : {}),
      ...(kind === undefined ? { kind: w.noKind } : {}),
      ...(asOf === '' || asOf > today ? { asOf: w.noDay } : {}),
    };
    setFaults(found);
    if (kind === undefined || Object.keys(found).length > 0) return undefined;
    const unit = schoolKinds.has(kind) && said.unit !== '' ? { unit: said.unit } : {};
    return { kind, asOf, ...unit };
  };
  return {
    files,
    kind,
    kindIsGuess: said.kind === undefined && kind !== undefined,
    unit: said.unit,
    asOf,
    today,
    isCounty,
    faults,
    setFiles: (next: readonly File[]) => {
      setFiles(next);
      setFaults({});
    },
    setKind: (next: RegisterKind) => say({ kind: next }),
    setUnit: (next: string) => say({ unit: next }),
    setAsOf: (next: string) => say({ asOf: next }),
    check,
  };
}
