import { StatementsDesk } from '../../../features/benefits/lent/statements-desk';

export default function StatementsPage() {
  return <StatementsDesk />;
}
