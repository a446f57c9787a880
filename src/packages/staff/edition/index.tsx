import { EditionDesk } from '../../../features/competition/editions/edition-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffEditionPage() {
  const { editionId } = usePageParams();
  return <EditionDesk editionId={editionId ?? ''} />;
}
