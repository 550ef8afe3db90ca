import { type HTMLInputTypeAttribute, useId } from 'react';
import './controls.css';

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel';
  readonly hint?: string;
  /** What is wrong with it; read out with the field. */
  readonly fault?: string | undefined;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
};

/** One line to type in: the label above, 16 px or more so that an iPhone does not zoom. */
export function Field({ label, value, onChange, type = 'text', hint, fault, ...rest }: FieldProps) {
  const id = useId();
  const below = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim();
  return (
    <div className="ph-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={below === '' ? undefined : below}
        autoCapitalize="off"
        spellCheck={false}
        {...rest}
      />
      {hint ? (
        <p className="ph-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p className="ph-fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
