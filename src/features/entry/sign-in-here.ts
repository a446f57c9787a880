import { link } from '@shared/routes';
import Taro from '@tarojs/taro';

/** Signing in takes this page's place and gives it back, so that it never stands twice in the history. */
export const signInHere = (back: string): void => void Taro.redirectTo({ url: link('account/signin', { back }) });
