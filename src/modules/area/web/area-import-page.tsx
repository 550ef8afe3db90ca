import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { useGo } from '../../../ui/desk/address';
import { PageHead } from '../../../ui/desk/page-head';
import { hrefOf } from '../../../ui/desk/place';
import { EmptyState } from '../../../ui/desk/states';
import { Wizard } from '../../../ui/desk/wizard';
import { useWords } from '../../../ui/shared/language';
import { useCall } from '../../../ui/shared/server-context';
import { useSending } from '../../../ui/shared/use-sending';
import type { AreaImported, AreaPreview } from '../contract';
import { AreaImportForm } from './area-import-form';
import { AreaImportPreview } from './area-import-preview';
import { areaImportWords, areaWords } from './area-words';
import { getAreaTable, previewAreaTable, readAreaFile } from './calls';
import { areasPlace } from './places';
import { SaveButton } from './save-button';
import { TableChoice } from './table-choice';

type Looked = { readonly text: string; readonly preview: AreaPreview };

/** 导入区划表: a table is chosen, compared with the places as they are, and imported when somebody has looked. */
export function AreaImportPage() {
  const w = useWords(areaImportWords);
  const above = useWords(areaWords);
  return (
    <>
      <PageHead
        title={w.title}
        above={[{ says: above.title, href: hrefOf(areasPlace) }]}
        help={{ says: w.help, source: 'system' }}
        actions={<SaveButton says={above.download} file={getAreaTable} />}
      />
      <Steps />
    </>
  );
}

function Steps() {
  const w = useWords(areaImportWords);
  const [looked, setLooked] = useState<Looked>();
  const [done, setDone] = useState<z.infer<typeof AreaImported>>();
  const call = useCall();
  const look = useSending(async (table: File | string) => {
    const text = typeof table === 'string' ? table : await textOf(table);
    setLooked({ text, preview: await call(previewAreaTable, { body: { text } }) });
  });
  const textOf = async (file: File) => {
    const body = new FormData();
    body.append('file', file);
    return (await call(readAreaFile, { body })).text;
  };
  const steps = [
    { key: 'choose', says: w.choose },
    { key: 'look', says: w.look },
    { key: 'done', says: w.done },
  ];
  if (done) {
    const { added, renamed, moved, closed, unchanged } = done;
    return (
      <Wizard steps={steps} current="done" foot={<ToList />}>
        <EmptyState says={w.ready} why={w.result(added, renamed, moved, closed, unchanged)} />
      </Wizard>
    );
  }
  if (!looked) {
    return (
      <Wizard steps={steps} current="choose" foot={null}>
        <TableChoice busy={look.busy} refused={look.refused} onTable={(table) => void look.send(table)} />
      </Wizard>
    );
  }
  return (
    <Wizard steps={steps} current="look" foot={<Button onClick={() => setLooked(undefined)}>{w.again}</Button>}>
      <AreaImportPreview preview={looked.preview} />
      <AreaImportForm key={looked.preview.state} {...looked} onDone={setDone} onLookAgain={() => void look.send(looked.text)} />
    </Wizard>
  );
}

function ToList() {
  const w = useWords(areaImportWords);
  const go = useGo();
  return (
    <Button type="primary" onClick={() => go(hrefOf(areasPlace))}>
      {w.seeList}
    </Button>
  );
}
