import { PreviewDesk } from '../../../features/competition/editions/preview-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffPreviewPage() {
  const { editionId } = usePageParams();
  return <PreviewDesk editionId={editionId ?? ''} />;
}
