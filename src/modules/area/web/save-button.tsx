import { Button } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { isRefused } from '../../../ui/shared/refused';
import { saveFile } from '../../../ui/shared/save-file';
import type { getAreaTable, getAreaTemplate } from './calls';

type SaveButtonProps = { readonly says: string; readonly file: typeof getAreaTable | typeof getAreaTemplate };

/** Asks for a file and saves it. */
export function SaveButton({ says, file }: SaveButtonProps) {
  const tell = useTell();
  const { run, busy } = useAction(file);
  const save = async () => {
    try {
      saveFile(await run({}));
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <Button loading={busy} onClick={() => void save()}>
      {says}
    </Button>
  );
}
