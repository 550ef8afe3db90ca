import { Button, Form } from 'antd';
import { useAnswer } from '../../../ui/desk/answers';
import { useSay } from '../../../ui/shared/language';
import { getEnds } from './calls';
import './panel.css';

/** The usual last days at a click: of the term, of the school year. Stands below the field `untilDay`. */
export function UsualUntil() {
  const form = Form.useFormInstance();
  const say = useSay();
  const { data } = useAnswer(getEnds, {});
  return (
    <div className="nol-panel-usual">
      {(data?.rows ?? []).map(({ day, says }) => (
        <Button key={`${day} ${says.zh}`} size="small" onClick={() => form.setFieldsValue({ untilDay: day })}>
          {say(says)} {day}
        </Button>
      ))}
    </div>
  );
}
