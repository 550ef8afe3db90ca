import { Modal } from 'antd';
import { z } from 'zod';
import { useAction } from '../../../ui/desk/answers';
import { ZodForm } from '../../../ui/desk/zod-form';
import { useSay, useWords } from '../../../ui/shared/language';
import { PrintRequest, type PrintView } from '../contract';
import { ledgerWords } from '../words';
import { getExports, printLedger } from './calls';
import { LeavesFacts } from './leaves-facts';
import type { Leaves } from './leaving';
import { PurposeFields } from './purpose-fields';
import { leavingWords } from './words';

const Wanted = z.object({ purpose: PrintRequest.shape.purpose, purposeText: PrintRequest.shape.purposeText });

type PrintDialogProps = Leaves & {
  readonly open: boolean;
  /** the page in front of the reader */ readonly asked: Omit<PrintRequest, 'purpose' | 'purposeText'>;
  readonly onPaper: (print: PrintView) => void;
};

/** Asks what a page is printed for; it is noted before the paper is shown. */
export function PrintDialog({ open, asked, onPaper, ...leaves }: PrintDialogProps) {
  const w = useWords(leavingWords);
  const say = useSay();
  const { ledger, onClose } = leaves;
  const { run } = useAction(printLedger, { renews: [getExports] });
  const send = async (wanted: z.output<typeof Wanted>) => {
    const print = await run({ params: { ledger }, body: { ...asked, ...wanted } });
    onClose();
    onPaper(print);
  };
  return (
    <Modal
      open={open}
      title={w.printTitle(say(ledgerWords[ledger]))}
      onCancel={onClose}
      footer={null}
      width={640}
      destroyOnHidden
    >
      <LeavesFacts {...leaves} />
      <p className="reports-way">{w.printSays}</p>
      <ZodForm schema={Wanted} submit={w.printPage} onSubmit={send}>
        <PurposeFields />
      </ZodForm>
    </Modal>
  );
}
