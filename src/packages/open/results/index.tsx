import { ResultsDesk } from '../../../features/awards/results-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function ResultsPage() {
  return <ResultsDesk editionId={usePageParams().editionId ?? ''} />;
}
