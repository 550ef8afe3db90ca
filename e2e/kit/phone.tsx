// The phone kit on one page, for the tests beside it.
import { useState } from 'react';
import { SignInAgain } from '../../src/app/phone/sign-in-again';
import { showBigText, useBigText } from '../../src/ui/phone/big-text';
import { Button } from '../../src/ui/phone/button';
import { ChoiceChips } from '../../src/ui/phone/chip';
import { Field } from '../../src/ui/phone/field';
import { Row, RowList } from '../../src/ui/phone/row';
import { Screen, Tabs } from '../../src/ui/phone/screen';
import { Sheet } from '../../src/ui/phone/sheet';
import { SwitchRow } from '../../src/ui/phone/switch-row';
import { WayProvider } from '../../src/ui/phone/way';
import { begin } from '../../src/ui/shared/begin';
import { MarkChip } from '../../src/ui/shared/mark';
import { useFirstLook, useSession } from '../../src/ui/shared/server-context';
import { statusMarks } from '../../src/ui/shared/status';

const where = ['本县学校', '外地学校', '没上学', '不住这里', '查无此人'].map((says) => ({ value: says, says }));
const tabs = [
  { href: '/m/', says: '任务', useCount: () => 3 },
  { href: '/m/list', says: '名单' },
  { href: '/m/me', says: '我的' },
];

function Kit() {
  useFirstLook();
  const session = useSession();
  const { big, setBig } = useBigText();
  const [place, setPlace] = useState<string>();
  const [note, setNote] = useState('');
  const [open, setOpen] = useState(false);
  if (!session?.signedIn) return null;
  return (
    <div className="ph-page ph-page-tabs">
      <Screen title="核一户" note="十二德堡镇 · 今天到期" above="/m/" action={<Button kind="main">完成，交上去</Button>}>
        <RowList title="这一家">
          <Row title="白某" note="女，11 岁" beside={<MarkChip mark={statusMarks.watched} />} href="/m/child" />
          <SwitchRow title="大字模式" on={big} onChange={setBig} />
        </RowList>
        <ChoiceChips label="在哪上学？" options={where} value={place} onChange={setPlace} />
        <Field
          label="学校名称"
          value={note}
          onChange={setNote}
          hint="写全名"
          fault={place === '外地学校' && note === '' ? '请填写' : undefined}
        />
        <Button onClick={() => setOpen(true)}>谁在家</Button>
      </Screen>
      <Tabs tabs={tabs} current="/m/" />
      <Sheet open={open} title="谁在家" onClose={() => setOpen(false)}>
        <Button onClick={() => setOpen(false)}>父亲</Button>
      </Sheet>
      <SignInAgain owner={session} />
    </div>
  );
}

showBigText();
begin(
  <WayProvider>
    <Kit />
  </WayProvider>,
);
