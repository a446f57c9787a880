import { LineDesk } from '../../../features/incubation/board/line-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function PlaceLinePage() {
  const { siteId, type } = usePageParams();
  return <LineDesk siteId={siteId ?? ''} type={type ?? ''} />;
}
