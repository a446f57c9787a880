import { BoardDesk } from '../../../features/incubation/board/board-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function PlacesPage() {
  const { siteId } = usePageParams();
  return <BoardDesk siteId={siteId ?? ''} />;
}
