import { Button } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import type { FileAnswer } from '../../../ui/shared/caller';
import type { Contract, Input } from '../../../ui/shared/contract';
import { isRefused } from '../../../ui/shared/refused';
import { saveFile } from '../../../ui/shared/save-file';
import '../../../ui/desk/table.css';

type FileShapes = { readonly params: Readonly<Record<string, string>>; readonly answer: FileAnswer };

type SaveButtonProps<S extends FileShapes> = {
  readonly contract: Contract<S>;
  readonly input: Input<S>;
  readonly says: string;
  /** A link where it stands in a sentence. */
  readonly link?: boolean;
};

/** Fetches a file and hands it to the browser to be saved; why there is none is told at the top of the page. */
export function SaveButton<S extends FileShapes>({ contract, input, says, link = false }: SaveButtonProps<S>) {
  const tell = useTell();
  const { run, busy } = useAction(contract);
  const save = async () => {
    try {
      saveFile(await run(input));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  if (link) {
    return (
      <button type="button" className="nol-link" disabled={busy} onClick={() => void save()}>
        {says}
      </button>
    );
  }
  return (
    <Button loading={busy} onClick={() => void save()}>
      {says}
    </Button>
  );
}
