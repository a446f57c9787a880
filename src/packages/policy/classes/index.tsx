import { ClassesDesk } from '../../../features/training/open/classes-desk';

export default function ClassesPage() {
  return <ClassesDesk />;
}
