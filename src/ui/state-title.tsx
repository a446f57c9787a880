import { View } from '@tarojs/components';
import { spoken } from './spoken';

/** A page's title, which says how things stand; over it, where that matters, the place or the day. */
export function StateTitle({ title, over }: { title: string; over?: string | undefined }) {
  return (
    <>
      {over === undefined ? null : <View className="xh-page-over">{over}</View>}
      <View className="xh-page-title" {...spoken({ role: 'heading', level: 1 })}>
        {title}
      </View>
    </>
  );
}
