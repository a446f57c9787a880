import { Text } from '@tarojs/components';

/** Whom to call, as a row says it: the leader, and the last digits of the phone; nothing where results were entered without them. */
export function Whom({ leaderZh, phoneTail }: { leaderZh: string; phoneTail: string }) {
  if (leaderZh === '') return null;
  return <Text className="xh-whom">{phoneTail === '' ? leaderZh : `${leaderZh}（尾号 ${phoneTail}）`}</Text>;
}
