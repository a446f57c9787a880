import { MeDesk } from '../../features/people/me-desk';

export default function MePage() {
  return <MeDesk />;
}
