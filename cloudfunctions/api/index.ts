/**
 * The cloud function `api`: every call of the mini app, `main({ path, input, key, visitor? }, context)`. Answers the envelope.
 */
import { areas } from '../core/areas';
import { makeAnswerCall } from '../core/rpc/answer-call';
import { openidOfCall } from '../core/rpc/cloud-caller';

const answerCall = makeAnswerCall(areas);

export async function main(
  event: unknown,
  context: { callbackWaitsForEmptyEventLoop?: boolean; environment?: unknown } | undefined,
): Promise<unknown> {
  // Before anything is awaited: the next call's may be set meanwhile.
  const openid = openidOfCall(context, process.env);
  // The pool stays open for the next call; the answer must not wait for it.
  if (context) context.callbackWaitsForEmptyEventLoop = false;
  return answerCall(event, openid);
}
