import { Button, Input } from 'antd';
import { type ChangeEvent, useId, useState } from 'react';
import { ErrorState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import type { Refused } from '../../../ui/shared/refused';
import { areaImportWords } from './area-words';
import { getAreaTemplate } from './calls';
import { SaveButton } from './save-button';
import './area-import.css';

type TableChoiceProps = {
  readonly busy: boolean;
  readonly refused: Refused | undefined;
  /** a file, or what was pasted */ readonly onTable: (table: File | string) => void;
};

/** The table is chosen as a file, or pasted; beside it the template. */
export function TableChoice({ busy, refused, onTable }: TableChoiceProps) {
  const w = useWords(areaImportWords);
  const id = useId();
  const [pasted, setPasted] = useState('');
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) onTable(file);
    // The same file can be chosen again after it was mended.
    event.target.value = '';
  };
  return (
    <div className="area-import">
      <div className="area-import-files">
        <label className="area-import-choose" htmlFor={id}>
          <input id={id} type="file" accept=".xlsx,.xls,.csv" disabled={busy} onChange={choose} className="nol-unseen" />
          {busy ? w.reading : w.chooseFile}
        </label>
        <SaveButton says={w.template} file={getAreaTemplate} />
      </div>
      <p className="area-quiet">{w.kinds}</p>
      {refused ? <ErrorState refused={refused} /> : null}
      <label className="area-import-paste" htmlFor={`${id}-paste`}>
        {w.paste}
        <Input.TextArea id={`${id}-paste`} rows={6} value={pasted} onChange={(event) => setPasted(event.target.value)} />
      </label>
      <Button disabled={busy || pasted.trim() === ''} onClick={() => onTable(pasted)}>
        {w.look1}
      </Button>
    </div>
  );
}
