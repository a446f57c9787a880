import { PhoneDesk } from '../../../features/people/web-sign-in/phone-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function WebSignInPage() {
  // WeChat itself hands over the whole address that it scanned as `q`.
  const { scan, q } = usePageParams();
  return <PhoneDesk scanned={scan ? `?scan=${scan}` : (q ?? '')} />;
}
