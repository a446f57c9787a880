import { PrintDesk } from '../../../features/policies/print-desk';

export default function PolicyPrintPage() {
  return <PrintDesk />;
}
