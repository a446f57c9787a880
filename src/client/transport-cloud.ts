import Taro from '@tarojs/taro';
import { isEnvelope, type Transport } from './envelope';
import { silence } from './failure';
import { cloudSilence } from './silence-of';

let ready = false;

export const callCloud: Transport = async ({ path, input, key }) => {
  if (!ready) {
    Taro.cloud.init({ env: process.env.TARO_APP_CLOUD_ENV });
    ready = true;
  }
  let result: unknown;
  try {
    ({ result } = await Taro.cloud.callFunction({ name: 'api', data: { path, input, key } }));
  } catch (error) {
    throw cloudSilence(error);
  }
  if (!isEnvelope(result)) throw silence('SERVER_UNAVAILABLE');
  return result;
};
