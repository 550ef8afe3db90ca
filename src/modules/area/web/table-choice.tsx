import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { FileButton } from '../../../ui/desk/file-button';
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
  return (
    <div className="area-import">
      <div className="area-import-files">
        <FileButton
          primary
          says={busy ? w.reading : w.chooseFile}
          types={['.xlsx', '.xls', '.csv']}
          disabled={busy}
          onFiles={([file]) => file && onTable(file)}
        />
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
