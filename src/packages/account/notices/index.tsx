import { InboxDesk } from '../../../features/notices/inbox-desk';

export default function NoticesPage() {
  return <InboxDesk />;
}
