import { Button } from 'antd';
import { useWords } from '../../../ui/shared/language';
import { useToday } from '../../../ui/shared/server-context';
import { monthAfter } from '../rules/month';
import { monthWords } from './words';
import './attendance.css';

type MonthSwitchProps = { readonly month: string; readonly onMonth: (month: string) => void };

/** The month that is shown, with the way to those before and after it, up to this one. */
export function MonthSwitch({ month, onMonth }: MonthSwitchProps) {
  const w = useWords(monthWords);
  const today = useToday();
  return (
    <span className="attendance-months">
      <Button size="small" aria-label={w.before} onClick={() => onMonth(monthAfter(month, -1))}>
        ‹
      </Button>
      {w.month(Number(month.slice(0, 4)), Number(month.slice(5)))}
      <Button
        size="small"
        aria-label={w.after}
        disabled={month >= today.slice(0, 7)}
        onClick={() => onMonth(monthAfter(month, 1))}
      >
        ›
      </Button>
    </span>
  );
}
