import { OwnDataDesk } from '../../../features/rights/own-data-desk';

export default function OwnDataPage() {
  return <OwnDataDesk />;
}
