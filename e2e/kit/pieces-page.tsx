import { Button } from 'antd';
import { useState } from 'react';
import { Card } from '../../src/ui/desk/blocks';
import { Door } from '../../src/ui/desk/door';
import { Missing } from '../../src/ui/desk/missing';
import { PageHead } from '../../src/ui/desk/page-head';
import { ReasonDialog } from '../../src/ui/desk/reason-dialog';
import { SourceLabel } from '../../src/ui/desk/source-label';
import { useUndo } from '../../src/ui/desk/undo';
import { Wizard } from '../../src/ui/desk/wizard';
import { dueWords } from '../../src/ui/shared/dates';
import { MarkChip, ToneChip } from '../../src/ui/shared/mark';
import { dueMark, statusMarks } from '../../src/ui/shared/status';

const steps = ['选文件', '认列', '检查', '看影响', '完成'].map((says, at) => ({ key: String(at), says }));
const dues = ['2025-03-08', '2025-03-10', '2025-03-13', '2025-03-28'];
const sources = ['basis', 'county', 'system', 'unconfirmed'] as const;
const reasons = [{ value: 'verify', says: { zh: '核实身份', en: 'To verify who it is' } }];

export function PiecesPage() {
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState(false);
  const undo = useUndo();
  const remove = () => {
    setRemoved(true);
    undo({ says: '已移出 1 人。', undo: async () => setRemoved(false) });
  };
  const foot = (
    <>
      <Button type="primary" onClick={remove}>
        移出这名学生
      </Button>
      <Button onClick={() => setAsked(true)}>查看身份证号</Button>
    </>
  );
  return (
    <>
      <PageHead title="导入名册" />
      <Wizard steps={steps} current="2" foot={foot}>
        <p>
          {Object.values(statusMarks).map((mark) => (
            <MarkChip key={mark.says.zh} mark={mark} />
          ))}
        </p>
        <p>
          {dues.map((due) => (
            <ToneChip key={due} {...dueMark(Number(due.slice(-2)) - 10)}>
              {dueWords(due, '2025-03-10', 'zh')}
            </ToneChip>
          ))}
        </p>
        <p>
          {sources.map((source) => (
            <SourceLabel key={source} source={source} />
          ))}
        </p>
        <p>
          <Missing /> <Missing kind="unknown" /> <Missing kind="inapplicable" />
        </p>
        <Card title="先办这些" beside={<Door href="/lists">全部 127</Door>}>
          <Door href="/lists?open=t3">南山第3小学 3 月月报 未签</Door>
        </Card>
        <p role="status">
          {removed ? '白某已移出。' : '白某在班里。'}
          {said}
        </p>
        <ReasonDialog
          open={asked}
          title="查看白某的身份证号"
          reasons={reasons}
          submit="查看五分钟"
          onSubmit={async (reason) => {
            setSaid(`理由：${reason}`);
            setAsked(false);
          }}
          onClose={() => setAsked(false)}
        />
      </Wizard>
    </>
  );
}
