import { DevicesDesk } from '../../../features/people/web-sign-in/devices-desk';

export default function DevicesPage() {
  return <DevicesDesk />;
}
