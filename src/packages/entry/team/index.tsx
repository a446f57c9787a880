import { TeamDesk } from '../../../features/entry/team/team-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryTeamPage() {
  return <TeamDesk entryId={usePageParams().entryId ?? ''} />;
}
