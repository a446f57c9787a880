import { View } from '@tarojs/components';
import { Button } from '../button';

interface Props {
  id: string;
  list: { more: boolean; loadingMore: boolean; loadMore: () => void };
  children: string;
}

/**
 * The way to a list's next page, for whom scrolling is not enough. It stands in a node of its own, which stays: where a node goes from among
 * its siblings, Taro sends all of them to WeChat's view again, and there may be hundreds of rows.
 */
export function LoadMore({ id, list, children }: Props) {
  return (
    <View>
      {list.more ? (
        <Button id={id} kind="text" busy={list.loadingMore} onTap={list.loadMore}>
          {children}
        </Button>
      ) : null}
    </View>
  );
}
