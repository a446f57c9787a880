import { StaffClassesDesk } from '../../../features/training/desk/classes-desk';

export default function StaffClassesPage() {
  return <StaffClassesDesk />;
}
