import { GuideDesk } from '../../../features/competition/guide/guide-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function GuidePage() {
  const { contestId, part } = usePageParams();
  return <GuideDesk contestId={contestId ?? null} part={part ?? null} />;
}
