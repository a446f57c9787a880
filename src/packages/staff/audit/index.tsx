import { AuditDesk } from '../../../features/oversight/audit-desk';

export default function StaffAuditPage() {
  return <AuditDesk />;
}
