import { DriftDesk } from '../../../features/competition/contest/drift-desk';

export default function StaffDriftPage() {
  return <DriftDesk />;
}
