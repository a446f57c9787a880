import { WordingsDesk } from '../../../features/notices/wordings/wordings-desk';

export default function WordingsPage() {
  return <WordingsDesk />;
}
