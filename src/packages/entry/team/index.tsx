import { useRouter } from '@tarojs/taro';
import { TeamDesk } from '../../../features/entry/team-desk';

export default function EntryTeamPage() {
  return <TeamDesk entryId={useRouter().params.entryId ?? ''} />;
}
