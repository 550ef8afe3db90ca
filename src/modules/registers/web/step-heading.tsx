import { type ReactNode, useEffect, useRef } from 'react';

/** The heading of a step. It takes the focus when its step comes, so that the keyboard goes on there and a reader says it. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className="nol-import-heading">
      {children}
    </h2>
  );
}
