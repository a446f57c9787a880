import { link, pathOf } from '@shared/routes';
import Taro from '@tarojs/taro';

/** Returns to the entry's task list: to the page beneath when it is that one, else in place of this page. */
export function backToEntry(entryId: string): void {
  const pages = Taro.getCurrentPages() ?? [];
  const beneath = pages[pages.length - 2];
  const path = beneath?.route ?? '';
  if (path.replace(/^\//, '').split('?')[0] === pathOf('entry/entry').slice(1)) void Taro.navigateBack();
  else void Taro.redirectTo({ url: link('entry/entry', { entryId }) });
}
