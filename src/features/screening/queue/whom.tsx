import { Text } from '@tarojs/components';

interface Called {
  leaderZh: string;
  phoneTail: string;
}

/** Whom to call, in words: the leader, and the last digits of the phone; nothing where results were entered without them. */
export const whomZh = ({ leaderZh, phoneTail }: Called): string =>
  leaderZh === '' || phoneTail === '' ? leaderZh : `${leaderZh}（尾号 ${phoneTail}）`;

/** The same as a row says it. */
export function Whom(called: Called) {
  const words = whomZh(called);
  return words === '' ? null : <Text className="xh-whom">{words}</Text>;
}
