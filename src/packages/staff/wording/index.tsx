import { WordingDesk } from '../../../features/notices/wordings/wording-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function WordingPage() {
  const { notice = '' } = usePageParams();
  return <WordingDesk notice={notice} />;
}
