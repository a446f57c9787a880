import Taro from '@tarojs/taro';
import type { Envelope, Transport } from './envelope';
import { networkFailure } from './failure';

let ready = false;

export const callCloud: Transport = async (path, input, key) => {
  if (!ready) {
    Taro.cloud.init({ env: process.env.TARO_APP_CLOUD_ENV });
    ready = true;
  }
  try {
    const { result } = await Taro.cloud.callFunction({ name: 'api', data: { path, input, key } });
    if (typeof result === 'object' && result !== null && 'ok' in result) return result as Envelope;
  } catch {
    throw networkFailure();
  }
  throw networkFailure();
};
