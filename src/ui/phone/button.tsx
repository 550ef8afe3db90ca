import type { ReactNode } from 'react';
import './controls.css';

type ButtonProps = {
  /** `main` is the one action of a screen, `plain` everything beside it. */
  readonly kind?: 'main' | 'plain' | 'quiet';
  readonly type?: 'button' | 'submit';
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onClick?: () => void;
  /** Says the outcome: 提交：3 人异常，其余到齐. */
  readonly children: ReactNode;
};

/** A button of 52 px over the whole width; while it works it keeps its place and its words. */
export function Button({ kind = 'plain', type = 'button', busy = false, disabled = false, onClick, children }: ButtonProps) {
  return (
    <button
      type={type}
      className={`ph-button ph-button-${kind}`}
      disabled={disabled}
      aria-busy={busy}
      onClick={busy ? undefined : onClick}
    >
      {children}
      {busy ? <span className="ph-busy" aria-hidden="true" /> : null}
    </button>
  );
}
