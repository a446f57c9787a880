import { useRouter } from '@tarojs/taro';
import { InvitationDesk } from '../../../features/entry/invitation-desk';

export default function EntryInvitationPage() {
  return <InvitationDesk token={useRouter().params.token ?? ''} />;
}
