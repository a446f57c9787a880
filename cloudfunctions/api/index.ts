/**
 * The cloud function `api`: every call of the mini app, `main({ path, input, key }, context)`. Answers the envelope.
 */
import { answerCall } from '../core/answer-call';

export async function main(
  event: unknown,
  context: { callbackWaitsForEmptyEventLoop?: boolean } | undefined,
): Promise<unknown> {
  // Set by WeChat anew for each call, so it must be read before anything is awaited; the payload never says who calls.
  const openid = process.env.WX_OPENID;
  // The pool stays open for the next call; the answer must not wait for it.
  if (context) context.callbackWaitsForEmptyEventLoop = false;
  return answerCall(event, openid || null);
}
