import { RoomCode } from '../../../features/training/desk/room-code';
import { usePageParams } from '../../../ui/use-page-params';

export default function ClassCodePage() {
  const { classId = '', n = '1' } = usePageParams();
  return <RoomCode classId={classId} n={Number(n)} />;
}
