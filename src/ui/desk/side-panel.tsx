import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import './side-panel.css';

type SidePanelProps = {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Fixed at the foot: the one next step. */
  readonly foot?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The detail beside its list, 720 px wide. The list stays in use; Esc closes it and the focus goes back to where it came from. */
export function SidePanel({ open, title, onClose, foot, actions, children }: SidePanelProps) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={title}
      extra={actions}
      footer={foot}
      size="min(720px, 100vw)"
      mask={false}
      focusable={{ trap: false, focusTriggerAfterClose: true }}
      rootClassName="nol-side-panel"
      destroyOnHidden
    >
      {children}
    </Drawer>
  );
}
