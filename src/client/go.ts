import { isTab, link, type Route } from '@shared/routes';
import Taro from '@tarojs/taro';

/** Opens a page; a tab is switched to, as the platform demands. */
export function go(route: Route, params: Readonly<Record<string, string | null | undefined>> = {}): void {
  if (isTab(route)) void Taro.switchTab({ url: link(route) });
  else void Taro.navigateTo({ url: link(route, params) });
}

/** Opens a link that the server gave (a notice's, a to-do's); tabs carry no parameters. */
export function goTo(url: string): void {
  if (url.startsWith('/pages/')) void Taro.switchTab({ url: url.split('?')[0] ?? url });
  else void Taro.navigateTo({ url });
}

/** Signing in comes back to where it was asked for. */
export const goSignIn = (back?: string): void => go('account/signin', { back });
