import Taro from '@tarojs/taro';
import { dressToast } from '../h5-accessibility';
import { onWeb } from '../spoken';

/** Says in passing that something was done. What a person must act on stands on the page instead. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 2500 });
  dressToast();
}

/** The same for an act that leads to another page: in a browser the words would go with the page that said them. */
export function toastThere(words: string): void {
  if (onWeb) Taro.eventCenter.once('__afterTaroRouterChange', () => void setTimeout(() => toast(words)));
  else toast(words);
}
