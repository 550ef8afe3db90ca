import { showBigText } from '../../ui/phone/big-text';
import { WayProvider } from '../../ui/phone/way';
import { begin } from '../../ui/shared/begin';
import { Phone } from './phone';

showBigText();
begin(
  <WayProvider>
    <Phone />
  </WayProvider>,
);
