import { DeskProvider } from '../../ui/desk/desk-provider';
import { begin } from '../../ui/shared/begin';
import { Desk } from './desk';

begin(
  <DeskProvider>
    <Desk />
  </DeskProvider>,
);
