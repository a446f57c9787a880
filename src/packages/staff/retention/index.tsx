import { RetentionDesk } from '../../../features/rights/retention/retention-desk';

export default function RetentionPage() {
  return <RetentionDesk />;
}
