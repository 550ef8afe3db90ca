import { OutboxProvider } from '../../ui/outbox/context';
import { showBigText } from '../../ui/phone/big-text';
import { WayProvider } from '../../ui/phone/way';
import { begin } from '../../ui/shared/begin';
import { keepers } from './pages';
import { Phone } from './phone';

showBigText();
begin(
  <WayProvider>
    <OutboxProvider keepers={keepers}>
      <Phone />
    </OutboxProvider>
  </WayProvider>,
);
