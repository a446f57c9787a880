import { MakeLateDesk } from '../../../features/entry/late/make-late-desk';

export default function StaffLateCodePage() {
  return <MakeLateDesk />;
}
