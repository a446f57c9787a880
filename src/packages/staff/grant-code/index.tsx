import { MakeCodeDesk } from '../../../features/people/grants/make-code-desk';

export default function StaffGrantCodePage() {
  return <MakeCodeDesk />;
}
