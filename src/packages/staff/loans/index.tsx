import { LoansDesk } from '../../../features/benefits/lent/loans-desk';

export default function LoansPage() {
  return <LoansDesk />;
}
