import { Button } from 'antd';
import { useWords } from '../../../ui/shared/language';
import { commonWords } from './words';

/** The way out of a form that changes nothing. */
export function Leave({ onLeave }: { readonly onLeave: () => void }) {
  const w = useWords(commonWords);
  return <Button onClick={onLeave}>{w.cancel}</Button>;
}
