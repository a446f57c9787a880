import { NomineesDesk } from '../../../features/referral/nominees-desk';

export default function StaffNomineesPage() {
  return <NomineesDesk />;
}
