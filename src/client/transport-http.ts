import Taro from '@tarojs/taro';
import type { Envelope, Transport } from './envelope';
import { networkFailure } from './failure';
import { keepSession, sessionToken } from './session';

export const serverAddress = process.env.TARO_APP_SERVER ?? '';

export const callHttp: Transport = async (path, input, key) => {
  const token = sessionToken();
  let answer: Taro.request.SuccessCallbackResult<Envelope>;
  try {
    answer = await Taro.request<Envelope>({
      url: `${serverAddress}/api/${path}`,
      method: 'POST',
      data: input as Record<string, unknown>,
      timeout: 20_000,
      header: {
        'Content-Type': 'application/json',
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...(key !== null && { 'Idempotency-Key': key }),
      },
    });
  } catch {
    throw networkFailure();
  }
  const envelope = answer.data;
  if (typeof envelope !== 'object' || envelope === null || !('ok' in envelope)) throw networkFailure();
  // A session that ended elsewhere is forgotten here, so that the page offers to sign in instead of failing again.
  if (!envelope.ok && envelope.error.code === 'UNAUTHENTICATED' && token !== null) keepSession(null);
  return envelope;
};
