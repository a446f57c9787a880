import { SettingsDesk } from '../../../features/people/settings-desk';

export default function SettingsPage() {
  return <SettingsDesk />;
}
