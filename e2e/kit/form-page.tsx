import { Input } from 'antd';
import { useAction } from '../../src/ui/desk/answers';
import { Column } from '../../src/ui/desk/blocks';
import { PageHead } from '../../src/ui/desk/page-head';
import { useTell } from '../../src/ui/desk/tell';
import { FormField, ZodForm } from '../../src/ui/desk/zod-form';
import { addThing, ThingDraft } from './things';

export function FormPage() {
  const { run } = useAction(addThing);
  const tell = useTell();
  return (
    <>
      <PageHead title="新增学校" />
      <Column>
        <ZodForm
          schema={ThingDraft}
          submit="保存这所学校"
          onSubmit={async (body) => {
            await run({ body });
            tell.done('已保存。');
          }}
        >
          <FormField name="name" label="名称">
            <Input />
          </FormField>
          <FormField name="pupils" label="学生数">
            <Input inputMode="numeric" />
          </FormField>
          <FormField name="phone" label="电话" hint="11 位手机号">
            <Input inputMode="tel" />
          </FormField>
          <FormField name="note" label="备注">
            <Input.TextArea rows={2} />
          </FormField>
        </ZodForm>
      </Column>
    </>
  );
}
