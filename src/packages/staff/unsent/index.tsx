import { UnsentDesk } from '../../../features/notices/unsent-desk';

export default function UnsentPage() {
  return <UnsentDesk />;
}
