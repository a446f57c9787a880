import { useRouter } from '@tarojs/taro';
import { RegionDesk } from '../../../features/competition/region-desk';

export default function RegionPage() {
  return <RegionDesk contestId={useRouter().params.contestId ?? ''} />;
}
