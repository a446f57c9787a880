import { GuideDesk } from '../../../features/rights/guide-desk';

export default function PrivacyPage() {
  return <GuideDesk />;
}
