import { link, type Route } from '@shared/routes';
import { useShareAppMessage } from '@tarojs/taro';

/**
 * Lets this page be handed on to a friend, as itself. Not to everybody's timeline: what is opened from there may not call WeChat's cloud.
 * @param route one of `publicRoutes`; a test holds the two together
 */
export function useShare(title: string, route: Route, params: Readonly<Record<string, string>> = {}): void {
  useShareAppMessage(() => ({ title, path: link(route, params) }));
}
