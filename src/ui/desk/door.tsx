import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { useGo } from './address';

type DoorProps = Omit<ComponentPropsWithRef<'a'>, 'href'> & {
  /** Made with `hrefOf`. */
  readonly href: string;
  readonly children: ReactNode;
};

/** A link to a page of ours. Every number is one: it opens the list that it counts. A middle click still opens a new tab. */
export function Door({ href, children, onClick, ...rest }: DoorProps) {
  const go = useGo();
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} onClick={open} {...rest}>
      {children}
    </a>
  );
}
