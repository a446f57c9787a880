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
  expect(noticeWords(ended, ended.sample)).toEqual({ title: '已办结', body: '有 2 处要改。', link: '/case?caseId=1' });
  expect(noticeWords({ ...ended, title: () => '另' }, ended.sample)?.title).toBe('另');
  expect(noticeWords(ended, { caseId: '1', faults: 0 })).toBeNull();
});

test('a notice knows the facts of its own event alone, and only audiences whose facts those are', () => {
  const wrong: Notice[] = [
    // @ts-expect-error the event tells of no title, by which this audience is found
    { ...ended, audience: 'named' },
    // @ts-expect-error no such event
    { ...ended, event: 'case.lost' },
    // @ts-expect-error a fact is missing
    { ...ended, sample: { caseId: '1' } },
  ];
  expect(wrong).toHaveLength(3);
});
