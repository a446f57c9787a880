import { faultOf } from '../../../cloudfunctions/core/platform/log/fault';

class UploadFailure {
  constructor(readonly reason: string) {}
}

test.each([
  [{ errCode: -501004, errMsg: 'callFunction:fail 张三 19900008000' }, 'Object with errCode, errMsg', '-501004'],
  [{ code: 'ECONNRESET', 张三: 1 }, 'Object with code', 'ECONNRESET'],
  // A sign-in code is a secret, a number of eleven digits somebody's.
  [{ code: '0a3BcdE00fGhIj' }, 'Object with code', undefined],
  [{ errCode: 19_900_008_000 }, 'Object with errCode', undefined],
  [new UploadFailure('19900008000'), 'UploadFailure with reason', undefined],
  [Object.create(null), 'object with no fields', undefined],
  [['张三'], 'Array with no fields', undefined],
  ['19900008000', 'string', undefined],
  [19_900_008_000, 'number', undefined],
  [null, 'null', undefined],
  [undefined, 'undefined', undefined],
])('of %p the log tells what it is and none of its words', (thrown, message, state) => {
  expect(faultOf(thrown)).toEqual({ name: 'Thrown', message, ...(state !== undefined && { state }) });
});
