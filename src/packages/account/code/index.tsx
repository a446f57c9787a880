import { CodeDesk } from '../../../features/people/grants/code-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function AccountCodePage() {
  return <CodeDesk code={usePageParams().code ?? ''} />;
}
