import { useRouter } from '@tarojs/taro';
import { SectionDesk } from '../../../features/entry/section-desk';

export default function EntrySectionPage() {
  const { entryId, section, check } = useRouter().params;
  return <SectionDesk entryId={entryId ?? ''} section={section ?? ''} check={check === '1'} />;
}
