import { SectionDesk } from '../../../features/entry/form/section-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntrySectionPage() {
  const { entryId, section, check, at } = usePageParams();
  return <SectionDesk entryId={entryId ?? ''} section={section ?? ''} check={check === '1'} at={at ?? null} />;
}
