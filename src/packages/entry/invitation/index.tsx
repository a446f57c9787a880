import { InvitationDesk } from '../../../features/entry/team/invitation-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryInvitationPage() {
  return <InvitationDesk token={usePageParams().token ?? ''} />;
}
