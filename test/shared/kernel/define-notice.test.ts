import { type NoticeOf, noticeWords } from '@shared/kernel/define-notice';

type Events = { 'case.begun': { caseId: string; title: string }; 'case.ended': { caseId: string; faults: number } };
type Audiences = { owner: { caseId: string }; named: { title: string } };
type Notice = NoticeOf<Events, Audiences>;

const ended: Notice = {
  notice: 'case.ended',
  event: 'case.ended',
  audience: 'owner',
  onlyWhen: ({ faults }) => faults > 0,
  title: '已办结',
  body: ({ faults }) => `有 ${faults} 处要改。`,
  link: ({ caseId }) => `/case?caseId=${caseId}`,
  sample: { caseId: '1', faults: 2 },
};

test('a notice says its event’s facts, and nothing when they are not for it', () => {
  const words = { title: '已办结', body: '有 2 处要改。', link: '/case?caseId=1', phone: null, policy: null };
  expect(noticeWords(ended, ended.sample, 5)).toEqual(words);
  expect(noticeWords({ ...ended, title: () => '另' }, ended.sample, 5)?.title).toBe('另');
  expect(noticeWords(ended, { caseId: '1', faults: 0 }, 5)).toBeNull();
  const phone = ({ faults }: { faults: number }, at: number) => ({
    purpose: 'end',
    fields: { thing1: `${faults}/${at}` },
  });
  expect(noticeWords({ ...ended, phone }, ended.sample, 5)?.phone).toEqual({
    purpose: 'end',
    fields: { thing1: '2/5' },
  });
});

type Ended = Extract<Notice, { event: 'case.ended' }>;
type IsNotice<Claimed> = Claimed extends Notice ? true : false;

test('a notice knows the facts of its own event alone, and only audiences whose facts those are', () => {
  // The compiler holds these: each says what its type says.
  const its: IsNotice<Ended> = true;
  const byTitle: IsNotice<Omit<Ended, 'audience'> & { audience: 'named' }> = false;
  const ofNoEvent: IsNotice<Omit<Ended, 'event'> & { event: 'case.lost' }> = false;
  const withoutFact: IsNotice<Omit<Ended, 'sample'> & { sample: { caseId: string } }> = false;
  expect([its, byTitle, ofNoEvent, withoutFact]).toEqual([true, false, false, false]);
});
