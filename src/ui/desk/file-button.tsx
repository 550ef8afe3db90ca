import { type ChangeEvent, useId } from 'react';
import './file-button.css';

type FileButtonProps = {
  readonly says: string;
  /** Endings of the names, `.xlsx`; the browser offers these, and the server decides. */
  readonly types: readonly string[];
  /** What the page is there for. */
  readonly primary?: boolean;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Lets somebody choose a file, or several; the same one again after it was mended. */
export function FileButton({ says, types, primary = false, multiple = false, disabled = false, onFiles }: FileButtonProps) {
  const id = useId();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    // A browser says nothing when the file is chosen that it holds already.
    target.value = '';
    if (files.length > 0) onFiles(files);
  };
  const look = disabled ? ' nol-file-button-off' : primary ? ' nol-file-button-primary' : '';
  return (
    <label className={`nol-file-button${look}`} htmlFor={id}>
      <input
        id={id}
        type="file"
        accept={types.join(',')}
        multiple={multiple}
        disabled={disabled}
        onChange={choose}
        className="nol-unseen"
      />
      {says}
    </label>
  );
}
