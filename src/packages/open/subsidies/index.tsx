import { ListedDesk } from '../../../features/benefits/subsidies/listed-desk';

export default function SubsidiesPage() {
  return <ListedDesk />;
}
