import { SearchDesk } from '../../../features/screening/search/search-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffSearchPage() {
  return <SearchDesk params={usePageParams()} />;
}
