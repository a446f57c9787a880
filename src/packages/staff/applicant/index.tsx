import { ApplicantDesk } from '../../../features/policies/applicant/applicant-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffApplicantPage() {
  return <ApplicantDesk entryId={usePageParams().entryId ?? ''} />;
}
