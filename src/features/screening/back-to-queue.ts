import { link } from '@shared/routes';
import Taro from '@tarojs/taro';

/** Goes back to the page before, or to the queue when the page was opened by its link. */
export function backToQueue(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: link('staff/queue') });
}
