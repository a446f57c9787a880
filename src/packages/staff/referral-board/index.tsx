import { BoardDesk } from '../../../features/referral/board-desk';

export default function StaffReferralBoardPage() {
  return <BoardDesk />;
}
