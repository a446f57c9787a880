import { View } from '@tarojs/components';
import type { DraftView } from './library-views';
import './library.scss';

/** So many characters of a long text are told. */
const told = 120;
const clipped = (text: string): string => {
  const characters = [...text];
  return characters.length <= told ? text : `${characters.slice(0, told).join('')}…`;
};

/** In what a version differs from the one before it, each with how it stood and how it stands. */
export function DifferenceRows({ differences }: { differences: DraftView['differences'] }) {
  return (
    <>
      {differences.map(({ partZh, zh, before, after }) => (
        <View key={[partZh, zh, before, after].join('-')} className="xh-policy-difference">
          <View>{`${partZh}：${zh}`}</View>
          {before === '' ? null : <View className="xh-row-detail">{`原来：${clipped(before)}`}</View>}
          <View className="xh-row-detail">{after === '' ? '去掉了' : `现在：${clipped(after)}`}</View>
        </View>
      ))}
    </>
  );
}
