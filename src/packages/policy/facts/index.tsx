import { FactsDesk } from '../../../features/policies/facts-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function FactsPage() {
  const { only } = usePageParams();
  return <FactsDesk only={only ? only.split(',') : null} />;
}
