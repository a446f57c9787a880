import { ConfirmDesk } from '../../../features/entry/counter/confirm-desk';

export default function EntryConfirmPage() {
  return <ConfirmDesk />;
}
