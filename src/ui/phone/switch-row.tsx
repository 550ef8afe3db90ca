import { useId } from 'react';
import './controls.css';

/** A setting that is on or off; the whole line switches it. */
export function SwitchRow(props: {
  readonly title: string;
  readonly note?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="ph-row">
      <label className="ph-row-text" htmlFor={id}>
        <span className="ph-row-title">{props.title}</span>
        {props.note ? <span className="ph-row-note">{props.note}</span> : null}
      </label>
      <button
        id={id}
        type="button"
        role="switch"
        className="ph-switch"
        aria-checked={props.on}
        aria-label={props.title}
        onClick={() => props.onChange(!props.on)}
      />
    </div>
  );
}
