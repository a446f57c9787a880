import { LoanExampleDesk } from '../../../features/benefits/loan/example-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function LoanExamplePage() {
  return <LoanExampleDesk code={usePageParams().code ?? ''} />;
}
