import { CounterDesk } from '../../../features/entry/counter/counter-desk';

export default function StaffCounterPage() {
  return <CounterDesk />;
}
