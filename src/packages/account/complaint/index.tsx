import { ComplaintDesk } from '../../../features/people/complaint-desk';

export default function ComplaintPage() {
  return <ComplaintDesk />;
}
