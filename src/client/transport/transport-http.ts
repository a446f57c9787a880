import Taro from '@tarojs/taro';
import { requestSilence, retryAfterOf, statusSilence } from '../cache/silence-of';
import { keepSession, sessionToken } from '../session/session';
import { type Envelope, isEnvelope, type Transport } from './envelope';

export const serverAddress = process.env.TARO_APP_SERVER ?? '';

export const callHttp: Transport = async ({ path, input, key, patience }) => {
  const token = sessionToken();
  let answer: Taro.request.SuccessCallbackResult<Envelope>;
  try {
    answer = await Taro.request<Envelope>({
      url: `${serverAddress}/api/${path}`,
      method: 'POST',
      data: input as Record<string, unknown>,
      timeout: patience,
      header: {
        'Content-Type': 'application/json',
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...(key !== null && { 'Idempotency-Key': key }),
      },
    });
  } catch (error) {
    throw requestSilence(error);
  }
  const retryAfter = retryAfterOf(answer.header);
  const envelope = answer.data;
  if (!isEnvelope(envelope)) throw statusSilence(answer.statusCode, retryAfter);
  if (envelope.ok) return envelope;
  // A session that ended elsewhere is forgotten here, so that the page offers to sign in instead of failing again.
  if (envelope.error.code === 'UNAUTHENTICATED' && token !== null) keepSession(null);
  return { ...envelope, retryAfter };
};
