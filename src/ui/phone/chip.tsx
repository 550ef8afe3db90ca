import { useId } from 'react';
import './controls.css';

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly says: string }[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly fault?: string | undefined;
};

/** One answer out of a few, each a chip of 44 px or more: nothing is typed, nothing opens. */
export function ChoiceChips<T extends string>({ label, options, value, onChange, fault }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="ph-choice">
      <legend>{label}</legend>
      <div className="ph-choice-chips">
        {options.map((option) => (
          <label key={option.value} className="ph-choice-chip">
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.says}</span>
          </label>
        ))}
      </div>
      {fault ? (
        <p className="ph-fault" role="alert">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}

type ManyProps<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly says: string }[];
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
  readonly hint?: string | undefined;
};

/** As many answers out of a few as are right; none is right too. */
export function ManyChips<T extends string>({ label, options, values, onChange, hint }: ManyProps<T>) {
  const toggle = (value: T) => onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <fieldset className="ph-choice">
      <legend>{label}</legend>
      <div className="ph-choice-chips">
        {options.map((option) => (
          <label key={option.value} className="ph-choice-chip">
            <input type="checkbox" checked={values.includes(option.value)} onChange={() => toggle(option.value)} />
            <span>{option.says}</span>
          </label>
        ))}
      </div>
      {hint ? <p className="ph-hint">{hint}</p> : null}
    </fieldset>
  );
}
