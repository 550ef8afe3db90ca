import { Button, Input } from 'antd';
import { type ChangeEvent, useId, useState } from 'react';
import { ErrorState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import type { Refused } from '../../../ui/shared/refused';
import { areaImportWords } from './area-words';
import { largestTable, textOfTable } from './table-text';
import './area-import.css';

type TableChoiceProps = {
  readonly busy: boolean;
  readonly refused: Refused | undefined;
  readonly onText: (text: string) => void;
};

/** The table is chosen as a file, or pasted; what is no table of text is left out with a sentence. */
export function TableChoice({ busy, refused, onText }: TableChoiceProps) {
  const w = useWords(areaImportWords);
  const id = useId();
  const [fault, setFault] = useState<string>();
  const [pasted, setPasted] = useState('');
  const take = (text: string) => {
    const isEmpty = text.trim() === '';
    setFault(isEmpty ? w.empty : undefined);
    if (!isEmpty) onText(text);
  };
  const read = async (file: File) => {
    if (file.size > largestTable) return setFault(w.tooLarge(file.name));
    const text = textOfTable(new Uint8Array(await file.arrayBuffer()));
    if (text === undefined) return setFault(w.wrongType(file.name));
    take(text);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) void read(file);
    // The same file can be chosen again after it was mended.
    event.target.value = '';
  };
  return (
    <div className="area-import">
      <label className="area-import-choose" htmlFor={id}>
        <input id={id} type="file" accept=".csv,.txt" disabled={busy} onChange={choose} className="nol-unseen" />
        {busy ? w.reading : w.chooseFile}
      </label>
      <p className="area-quiet">{w.kinds}</p>
      <div role="alert" className="area-import-fault">
        {fault}
      </div>
      {refused ? <ErrorState refused={refused} /> : null}
      <label className="area-import-paste" htmlFor={`${id}-paste`}>
        {w.paste}
        <Input.TextArea id={`${id}-paste`} rows={6} value={pasted} onChange={(event) => setPasted(event.target.value)} />
      </label>
      <Button disabled={pasted.trim() === ''} loading={busy} onClick={() => take(pasted)}>
        {w.look1}
      </Button>
    </div>
  );
}
