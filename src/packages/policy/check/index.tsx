import { CheckDesk } from '../../../features/policies/check-desk';

export default function CheckPage() {
  return <CheckDesk />;
}
