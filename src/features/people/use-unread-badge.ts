import { mainPages } from '@shared/routes';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { useMe } from './use-me';

const tab = mainPages.indexOf('me');

/** Only a tab page may touch the bar; elsewhere, and before it is drawn, the platform refuses, and the next tab shows it. */
function showBadge(unread: number): void {
  const shown =
    unread > 0
      ? Taro.setTabBarBadge({ index: tab, text: unread > 99 ? '99+' : String(unread) })
      : Taro.removeTabBarBadge({ index: tab });
  void Promise.resolve(shown).catch(() => undefined);
}

/** Shows on the tab “我的” how many messages are unread; nothing while there are none or nobody is signed in. */
export function useUnreadBadge(): void {
  const { me } = useMe();
  useBadge(me?.unread ?? 0);
}

/** The same where the number is known already. */
export function useBadge(unread: number): void {
  const latest = useRef(unread);
  latest.current = unread;
  useEffect(() => showBadge(unread), [unread]);
  useDidShow(() => showBadge(latest.current));
}
