import Taro from '@tarojs/taro';

/** Says in passing that something was done. What a person must act on stands on the page instead. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 2500 });
}
