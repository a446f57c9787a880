import { HandedInDesk } from '../../../features/benefits/subsidies/handed-in-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function SubsidiesPage() {
  const { kind = '', regionId = '', state = '' } = usePageParams();
  return <HandedInDesk filter={{ kind, regionId, state }} />;
}
