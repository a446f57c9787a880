import { LibraryDesk } from '../../../features/policies/library/library-desk';

export default function StaffPoliciesPage() {
  return <LibraryDesk />;
}
