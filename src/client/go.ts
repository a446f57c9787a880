import { isTab, link, type Route } from '@shared/routes';
import Taro from '@tarojs/taro';

/** A page that has not been fetched yet does not open without a network, and WeChat says nothing of it. */
function opens(going: Promise<unknown>): void {
  going.catch(() => Taro.showToast({ title: '页面没有打开，请检查网络后再试', icon: 'none', duration: 2500 }));
}

/** Opens a page; a tab is switched to, as the platform demands. */
export function go(route: Route, params: Readonly<Record<string, string | null | undefined>> = {}): void {
  if (isTab(route)) opens(Taro.switchTab({ url: link(route) }));
  else opens(Taro.navigateTo({ url: link(route, params) }));
}

/** Opens a link that the server gave (a notice's, a to-do's); tabs carry no parameters. */
export function goTo(url: string): void {
  if (url.startsWith('/pages/')) opens(Taro.switchTab({ url: url.split('?')[0] ?? url }));
  else opens(Taro.navigateTo({ url }));
}

/** Signing in comes back to where it was asked for. */
export const goSignIn = (back?: string): void => go('account/signin', { back });
