import { Checkbox, Input, Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { useGo } from '../../../ui/desk/address';
import { useAction } from '../../../ui/desk/answers';
import { hrefOf } from '../../../ui/desk/place';
import { useTell } from '../../../ui/desk/tell';
import { FormField, ZodForm } from '../../../ui/desk/zod-form';
import { useSay, useWords } from '../../../ui/shared/language';
import { saveFile } from '../../../ui/shared/save-file';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds, type SignedIn } from '../../../ui/shared/session';
import { ExportDraft, RosterRequest } from '../contract';
import { exportLimits } from '../rules/export-state';
import { ledgerWords } from '../words';
import { askExport, getExportCounts, getExports, takeRoster } from './calls';
import { LeavesFacts } from './leaves-facts';
import type { Leaves } from './leaving';
import { exportsPlace } from './places';
import { PurposeFields } from './purpose-fields';
import { classSays, leavingWords } from './words';

const { rosterRows, decideHours, takeHours } = exportLimits;
const extras = ['F2', 'F4'] as const;
const ways = ['roster', 'masked', 'whole'] as const;
type Way = (typeof ways)[number];

const Roster = z.object({ purpose: RosterRequest.shape.purpose, purposeText: RosterRequest.shape.purposeText });
const Asking = z.object({
  classes: z.array(z.enum(extras)).default([]),
  purpose: ExportDraft.shape.purpose,
  purposeText: ExportDraft.shape.purposeText,
  receiver: ExportDraft.shape.receiver,
});

/** The ways in which somebody may take a list out. */
function waysOf(session: SignedIn): readonly Way[] {
  const needs = { roster: ['ledger.roster'], masked: ['export.ask'], whole: ['export.numbers'] };
  return ways.filter((way) => holds(session, needs[way]));
}

/** Takes a list out of the house: a roster at once, or the whole ledger once somebody else has approved it. */
export function ExportDialog({ open, ...leaves }: Leaves & { readonly open: boolean }) {
  const w = useWords(leavingWords);
  const say = useSay();
  const title = w.exportTitle(say(ledgerWords[leaves.ledger]));
  return (
    <Modal open={open} title={title} onCancel={leaves.onClose} footer={null} width={640} style={{ top: 24 }} destroyOnHidden>
      <Inside {...leaves} />
    </Modal>
  );
}

function Inside(leaves: Leaves) {
  const w = useWords(leavingWords);
  const short = !leaves.more && leaves.total <= rosterRows;
  const offered = waysOf(useSignedIn());
  const [way, setWay] = useState<Way>(offered.find((one) => one !== 'roster' || short) ?? 'roster');
  return (
    <>
      <LeavesFacts {...leaves} />
      <Radio.Group
        className="reports-ways"
        aria-label={w.way}
        value={way}
        onChange={({ target }) => setWay(target.value as Way)}
        options={offered.map((one) => ({ value: one, label: w[one] }))}
      />
      {way === 'roster' ? <RosterForm {...leaves} short={short} /> : <AskForm {...leaves} whole={way === 'whole'} />}
    </>
  );
}

function RosterForm({ ledger, filter, onClose, short }: Leaves & { readonly short: boolean }) {
  const w = useWords(leavingWords);
  const tell = useTell();
  const { run } = useAction(takeRoster, { renews: [getExports] });
  const send = async (wanted: z.output<typeof Roster>) => {
    saveFile(await run({ params: { ledger }, body: { filter, ...wanted } }));
    tell.done(w.tookRoster);
    onClose();
  };
  return (
    <>
      <p className="reports-way">{w.rosterSays(rosterRows)}</p>
      {short ? (
        <ZodForm schema={Roster} submit={w.takeRoster} onSubmit={send}>
          <PurposeFields />
        </ZodForm>
      ) : (
        <p className="reports-way-not">{w.rosterTooLong(rosterRows)}</p>
      )}
    </>
  );
}

function AskForm({ ledger, filter, onClose, whole }: Leaves & { readonly whole: boolean }) {
  const w = useWords(leavingWords);
  const say = useSay();
  const tell = useTell();
  const go = useGo();
  const then = useThen();
  const { run } = useAction(askExport, { renews: [getExports, getExportCounts] });
  const options = useMemo(() => extras.map((one) => ({ value: one, label: say(classSays[one]) })), [say]);
  const send = async ({ classes, ...wanted }: z.output<typeof Asking>) => {
    const { exportId, number } = await run({
      body: { ledger, filter, ...wanted, classes: whole ? ['F3', ...classes] : classes },
    });
    tell.done(w.asked(number));
    onClose();
    go(hrefOf(exportsPlace, {}, { list: 'mine', open: exportId }));
  };
  return (
    <>
      <p className="reports-way">{whole ? w.wholeSays : w.maskedSays}</p>
      <ZodForm schema={Asking} submit={w.ask} onSubmit={send}>
        <FormField name="classes" label={w.more} hint={w.moreHint} marks={false}>
          <Checkbox.Group options={options} />
        </FormField>
        <PurposeFields />
        <FormField name="receiver" label={w.receiver}>
          <Input maxLength={100} placeholder={w.receiverHint} />
        </FormField>
        <p className="reports-then">
          <b>{w.next}</b> {then}
        </p>
      </ZodForm>
    </>
  );
}

/** Who has to approve what the reader asks for, and by when. */
function useThen(): string {
  const w = useWords(leavingWords);
  const { grants } = useSignedIn();
  const leader = grants.some(({ role }) => role === 'bureau-officer' || role === 'principal');
  return (leader ? w.thenLeader : w.thenPrincipal)(decideHours, takeHours);
}
