import { regionsServed } from '@shared/kernel/actor';
import { mainPages } from '@shared/routes';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { useMe } from './use-me';

type Numbers = { waits: number; unread: number };

/** Only a tab page may touch the bar; elsewhere, and before it is drawn, the platform refuses, and the next tab shows it. */
function showBadge(tab: (typeof mainPages)[number], count: number): void {
  const index = mainPages.indexOf(tab);
  const shown =
    count > 0
      ? Taro.setTabBarBadge({ index, text: count > 99 ? '99+' : String(count) })
      : Taro.removeTabBarBadge({ index });
  void Promise.resolve(shown).catch(() => undefined);
}

function showBadges({ waits, unread }: Numbers): void {
  showBadge('workbench', waits);
  showBadge('me', unread);
}

/**
 * The numbers on the tabs: on “工作台” how many things wait for this person, on “我的” how many messages an entrant has not read. Staff
 * are told of every submission, so that for them a number of messages would say nothing of what is theirs to do.
 */
export function useTabBadges(): void {
  const { signedIn, me } = useMe();
  const desk = useAsk(['notices', 'workbench'], () => api.notices.workbench({}), signedIn);
  const waits = signedIn ? (desk.data?.waitsForMe.length ?? 0) : 0;
  useBadges({ waits, unread: me === null || regionsServed(me).length > 0 ? 0 : me.unread });
}

/** The same where the numbers are known already. */
export function useBadges({ waits, unread }: Numbers): void {
  const latest = useRef({ waits, unread });
  latest.current = { waits, unread };
  useEffect(() => showBadges({ waits, unread }), [waits, unread]);
  useDidShow(() => showBadges(latest.current));
}
