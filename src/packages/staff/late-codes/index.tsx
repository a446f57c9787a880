import { LateCodesDesk } from '../../../features/entry/late/late-codes-desk';

export default function StaffLateCodesPage() {
  return <LateCodesDesk />;
}
