import { CertificateDesk } from '../../../features/training/open/certificate-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function CertificatePage() {
  return <CertificateDesk number={usePageParams().number ?? ''} />;
}
