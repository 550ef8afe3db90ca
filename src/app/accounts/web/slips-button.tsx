import { Button } from 'antd';
import { useAction } from '../../../ui/desk/answers';
import { useTell } from '../../../ui/desk/tell';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import { getAccount, getAccounts, makeSlips, type Slip } from './calls';
import { accountWords } from './words';

const renews = [getAccounts, getAccount];

type SlipsButtonProps = { readonly ids: readonly string[]; readonly onMade: (slips: readonly Slip[]) => void };

/** Makes a new invitation for each of these accounts and shows the slips; a sentence when one of them may have none. */
export function SlipsButton({ ids, onMade }: SlipsButtonProps) {
  const w = useWords(accountWords);
  const tell = useTell();
  const { run, busy } = useAction(makeSlips, { renews });
  const make = async () => {
    try {
      onMade((await run({ body: { ids: [...ids] } })).rows);
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    }
  };
  return (
    <Button type="primary" loading={busy} onClick={() => void make()}>
      {w.slipsOf(ids.length)}
    </Button>
  );
}
