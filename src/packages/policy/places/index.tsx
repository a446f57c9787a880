import { SiteDesk } from '../../../features/incubation/sites/site-desk';
import { SitesDesk } from '../../../features/incubation/sites/sites-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function PlacesPage() {
  const { siteId } = usePageParams();
  return siteId ? <SiteDesk siteId={siteId} /> : <SitesDesk />;
}
