import { ContestDesk } from '../../../features/competition/contest/contest-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffContestPage() {
  return <ContestDesk contestId={usePageParams().contestId ?? null} />;
}
