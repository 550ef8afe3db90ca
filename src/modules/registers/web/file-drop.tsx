import { type DragEvent, useEffect, useRef, useState } from 'react';
import { FileButton } from '../../../ui/desk/file-button';
import { useWords } from '../../../ui/shared/language';
import { sheetOfPaste } from './pasted';
import { fileWords } from './words';

/** What an office may send (register of goals, §6.5); the server holds to the same. */
const largest = 20 * 1024 * 1024;
const types = ['.xlsx', '.xls', '.csv'];

type FileDropProps = {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
  /** What was taken is on its way: nothing more is taken meanwhile. */
  readonly busy?: boolean;
  /** For the workbook of rows to be mended: a copied piece of it would lose which rows they are. */
  readonly forMended?: boolean;
};

/** Takes the files: dropped, chosen with the button, or cells pasted from a spreadsheet. What cannot be a list is left out with a sentence. */
export function FileDrop({ files, onChange, busy = false, forMended = false }: FileDropProps) {
  const w = useWords(fileWords);
  const [over, setOver] = useState(false);
  const { take, takePaste, refused } = useTaken(files, busy ? ignored : onChange);
  useEffect(() => {
    if (forMended) return;
    document.addEventListener('paste', takePaste);
    return () => document.removeEventListener('paste', takePaste);
  }, [takePaste, forMended]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside does the same */}
      <div
        className={`nol-drop${over ? ' nol-drop-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>
          {w.drop}
          <FileButton multiple says={busy ? w.taking : w.choose} types={types} disabled={busy} onFiles={take} />
          {forMended ? null : w.paste}
        </p>
        {forMended ? null : <p className="nol-import-hint">{w.kinds}</p>}
      </div>
      <div role="alert" className="nol-import-fault">
        {refused.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <FileList files={files} onChange={onChange} />
    </>
  );
}

const ignored = () => undefined;

function FileList({ files, onChange }: FileDropProps) {
  const w = useWords(fileWords);
  if (files.length === 0) return null;
  return (
    <ul className="nol-import-files" aria-label={w.chosen}>
      {files.map((file) => (
        <li key={`${file.name}/${file.size}/${file.lastModified}`} className="nol-import-file">
          <span>{file.name}</span>
          <span className="nol-import-hint">{sizeWords(file.size)}</span>
          <button
            type="button"
            className="nol-import-remove"
            aria-label={w.remove(file.name)}
            onClick={() => onChange(files.filter((other) => other !== file))}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function useTaken(files: readonly File[], onChange: (files: readonly File[]) => void) {
  const w = useWords(fileWords);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = (offered: readonly File[]) => {
    const faults = offered.map((file) => {
      if (!types.some((type) => file.name.toLowerCase().endsWith(type))) return w.wrongType(file.name);
      if (file.size > largest) return w.tooLarge(file.name);
      return file.size === 0 ? w.empty(file.name) : undefined;
    });
    setRefused(faults.filter((fault) => fault !== undefined));
    const good = offered.filter((_, at) => faults[at] === undefined);
    const names = new Set(good.map((file) => file.name));
    if (good.length > 0) onChange([...files.filter((file) => !names.has(file.name)), ...good]);
  };
  const takePaste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type !== 'file') return;
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length > 0) return take(pasted);
    const sheet = sheetOfPaste(event.clipboardData?.getData('text/plain') ?? '');
    if (sheet === undefined) setRefused([w.notTable]);
    else take([new File([sheet], w.pasted, { type: 'text/csv' })]);
  };
  // One listener for the life of the page, which always knows the files of now.
  const latest = useRef(takePaste);
  useEffect(() => {
    latest.current = takePaste;
  });
  const [stable] = useState(() => (event: ClipboardEvent) => latest.current(event));
  return { take, takePaste: stable, refused };
}

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
