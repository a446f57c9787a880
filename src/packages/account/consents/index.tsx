import { ConsentsDesk } from '../../../features/rights/consents-desk';

export default function ConsentsPage() {
  return <ConsentsDesk />;
}
