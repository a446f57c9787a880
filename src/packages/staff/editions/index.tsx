import { EditionsDesk } from '../../../features/competition/editions/editions-desk';

export default function StaffEditionsPage() {
  return <EditionsDesk />;
}
