import { useRouter } from '@tarojs/taro';
import { ResultsDesk } from '../../../features/awards/results-desk';

export default function ResultsPage() {
  return <ResultsDesk editionId={useRouter().params.editionId ?? ''} />;
}
