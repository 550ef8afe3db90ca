import { Button } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { saveFile } from '../../../ui/shared/save-file';
import { areaWords } from './area-words';
import { getAreaTable } from './calls';

/** 下载区划表: the places of today, in the form in which they are imported. */
export function SaveTable() {
  const w = useWords(areaWords);
  const tell = useTell();
  const { run, busy } = useAction(getAreaTable);
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
      {w.download}
    </Button>
  );
}
