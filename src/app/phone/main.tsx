import { OutboxProvider } from '../../ui/outbox/context';
import { showBigText } from '../../ui/phone/big-text';
import { WayProvider } from '../../ui/phone/way';
import { begin } from '../../ui/shared/begin';
import { keepers } from './pages';
import { Phone } from './phone';

/** The page of a guardian keeps nothing on the phone. */
const keeps = location.pathname.startsWith('/m/');

showBigText();
begin(
  <WayProvider>
    {keeps ? (
      <OutboxProvider keepers={keepers}>
        <Phone />
      </OutboxProvider>
    ) : (
      <Phone />
    )}
  </WayProvider>,
);
