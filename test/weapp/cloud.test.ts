import { openCloud } from './cloud/cloud';

test('a call that waits for an instance while the cloud ends starts none, which nobody would end', async () => {
  const cloud = await openCloud();
  const asks = cloud.callAs('o-asks');
  const calls = [1, 2, 3].map(() => asks('api', { path: 'people/me', input: {}, key: null }));
  const outcomes = Promise.allSettled(calls);
  await cloud.close();
  expect((await outcomes).map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual([
    'Error: the instance ended with null',
    'Error: the instance ended with null',
    'Error: -504002 the cloud is gone',
  ]);
});
