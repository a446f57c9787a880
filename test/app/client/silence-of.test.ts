import { asksAgain, pauseBefore } from '../../../src/client/cache/query-client';
import { cloudSilence, requestSilence, retryAfterOf, statusSilence } from '../../../src/client/cache/silence-of';
import { Failure, isSilence, mayPass, networkFailure, silence } from '../../../src/client/transport/failure';

test.each([
  [{ errCode: -501003, errMsg: 'cloud.callFunction:fail -501003 exceed request limit' }, 'CLOUD_QUOTA'],
  [{ errMsg: 'cloud.callFunction:fail Error: errCode: -501004 concurrency limit' }, 'SERVER_BUSY'],
  [new Error('errCode: -501005 | errMsg: invalid env'), 'CLOUD_UNCONFIGURED'],
  [{ errMsg: 'cloud.callFunction:fail -504003 invoking task timed out after 20 seconds' }, 'CALL_TIMED_OUT'],
  [{ errMsg: 'cloud.callFunction:fail -504002 functions execute fail' }, 'SERVER_UNAVAILABLE'],
  [{ errMsg: 'cloud.callFunction:fail request:fail timeout' }, 'CALL_TIMED_OUT'],
  [{ errMsg: 'cloud.callFunction:fail the network is gone' }, 'NETWORK'],
  [undefined, 'NETWORK'],
])("what WeChat's cloud throws, %j, is told as %s", (error, code) => {
  const failure = cloudSilence(error);
  expect([failure.code, isSilence(failure)]).toEqual([code, true]);
  expect(failure.message).toMatch(/^[一-鿿]/);
});

test.each([
  [200, 'NETWORK'],
  [413, 'SERVER_UNAVAILABLE'],
  [429, 'SERVER_BUSY'],
  [500, 'SERVER_UNAVAILABLE'],
  [502, 'SERVER_UNAVAILABLE'],
  [503, 'SERVER_BUSY'],
  [504, 'CALL_TIMED_OUT'],
])("a page of a proxy's with status %i is told as %s", (status, code) => {
  expect(statusSilence(status, null).code).toBe(code);
});

test('when to ask again is read from the answer, whatever the case of its name, and is at most a minute', () => {
  expect(retryAfterOf({ 'retry-after': '3' })).toBe(3000);
  expect(retryAfterOf({ 'Retry-After': '7200' })).toBe(60_000);
  expect([retryAfterOf(undefined), retryAfterOf({ 'Retry-After': 'Thu, 26 Nov 2026 08:00:00 GMT' })]).toEqual([
    null,
    null,
  ]);
});

test('silence is asked again, a long wait once, a full or unconfigured cloud and a refusal never', () => {
  const tries = (error: unknown) => [0, 1, 2].filter((failures) => asksAgain(failures, error)).length;
  expect(tries(networkFailure())).toBe(2);
  expect(tries(silence('SERVER_BUSY'))).toBe(2);
  expect(tries(silence('CALL_TIMED_OUT'))).toBe(1);
  expect([tries(new Failure('BUSY', '')), tries(new Failure('UNAVAILABLE', ''))]).toEqual([2, 2]);
  expect([tries(silence('CLOUD_QUOTA')), tries(silence('CLOUD_UNCONFIGURED'))]).toEqual([0, 0]);
  expect([tries(new Failure('INTERNAL', '')), tries(new Error('a fault'))]).toEqual([0, 0]);
  expect([pauseBefore(0, silence('SERVER_BUSY', 5000)), pauseBefore(1, networkFailure())]).toEqual([5000, 2000]);
});

test('what may pass is offered again; a no is not', () => {
  expect([requestSilence({ errMsg: 'request:fail timeout' }).code, requestSilence(undefined).code]).toEqual([
    'CALL_TIMED_OUT',
    'NETWORK',
  ]);
  expect([
    mayPass(silence('SERVER_BUSY')),
    mayPass(new Failure('INTERNAL', '')),
    mayPass(new Failure('RATE_LIMITED', '')),
  ]).toEqual([true, true, true]);
  expect([mayPass(new Failure('FORBIDDEN', '')), mayPass(new Error('a fault'))]).toEqual([false, false]);
});
