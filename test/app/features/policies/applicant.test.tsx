import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { ApplicantFacts, type KnownFacts } from '../../../../src/features/policies/applicant/applicant-facts';
import { CheckFactSheet } from '../../../../src/features/policies/applicant/check-fact-sheet';
import { factTransfers } from '../../../../src/features/policies/applicant/fact-transfers';
import { chooseFile } from '../../../../src/patterns/files/choose-file';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

jest.mock('../../../../src/patterns/files/choose-file', () => ({ chooseFile: jest.fn() }));

const entryId = '0197f000-0000-7000-8000-0000000000aa';
const factId = '0197f000-0000-7000-8000-0000000000bb';
const evidence = { uploadId: '0197f000-0000-7000-8000-0000000000cc', name: '缴费名单.jpg', state: 'accepted' as const };
const fact: KnownFacts['facts'][number] = {
  fact: 'employees',
  zh: '现有职工人数',
  type: 'count',
  unitZh: '人',
  saidZh: null,
  choices: [],
  value: 8,
  valueZh: '8 人',
  sourceZh: '蒲县审核人员核对',
  on: '2026-11-20',
  evidence: null,
  checked: true,
  otherwiseZh: null,
  declarable: true,
  withdrawable: false,
  checkable: true,
};
const past: KnownFacts['history'][number] = {
  n: 1,
  factId,
  evidence: null,
  zh: '现有职工人数',
  valueZh: '8 人',
  sourceZh: '蒲县审核人员核对',
  on: '2026-11-20',
  learntAt: '2026-11-24T10:00:00+08:00',
  byZh: '审核人员一',
  note: '社保缴费名单',
  endedAt: null,
};
const file = { path: 'blob:1', name: '缴费名单.jpg', size: 2048 };
const control = (id: string) => document.getElementById(id) as HTMLElement;
const show = (page: React.ReactElement) => {
  keepSession('a-session');
  return showPage(page);
};

test('a file chosen in the sheet goes to the fact once it stands; one thought better of does not', async () => {
  jest.mocked(chooseFile).mockResolvedValue({ file: file as never, saidZh: null });
  api.policies.checkFact.mockResolvedValue({ facts: [fact], history: [past], checks: true });
  const begin = jest.spyOn(factTransfers, 'begin').mockResolvedValue(undefined);
  show(<CheckFactSheet entryId={entryId} fact={fact} onClose={jest.fn()} />);
  fireEvent.click(control('check-file'));
  await screen.findByText('缴费名单.jpg（2 KB），登记后上传');
  fireEvent.click(control('check-file-off'));
  expect(control('check-file-name')).toBeNull();
  fireEvent.click(control('check-file'));
  await waitFor(() => expect(control('check-file-name')).toBeTruthy());
  // The words are asked for all the same, and the chosen file stays.
  fireEvent.click(control('check-fact-save'));
  expect(await screen.findAllByText('请写明依据')).not.toHaveLength(0);
  expect([control('check-file-name') === null, begin.mock.calls]).toEqual([false, []]);
  fireEvent.change(control('check-on').querySelector('input') ?? control('check-on'), {
    target: { value: '2026-11-20' },
  });
  fireEvent.input(control('check-note').querySelector('textarea') ?? control('check-note'), {
    target: { value: '社保缴费名单' },
  });
  fireEvent.click(control('check-fact-save'));
  await waitFor(() => expect(begin.mock.calls).toEqual([[factId, 'evidence', file]]));
  begin.mockRestore();
});

test('the file of a fact is opened by the entry that is read; what staff checked without one may get one', async () => {
  const opened = api.policies.openFactFile.mockRejectedValue(new Error('no address here'));
  const known = {
    facts: [{ ...fact, evidence }],
    history: [
      { ...past, n: 3, evidence },
      { ...past, n: 2, factId: `${factId.slice(0, -1)}c` },
      { ...past, n: 1, factId: null },
    ],
    checks: true,
  };
  const { unmount } = show(<ApplicantFacts entryId={entryId} known={{ ...known, checks: false }} />);
  // Whoever only reads is offered nothing to write down.
  expect(screen.getAllByText('查看依据文件')).toHaveLength(2);
  for (const offered of ['补充依据文件', '更正', '核对登记']) expect(screen.queryByText(offered)).toBeNull();
  unmount();
  show(<ApplicantFacts entryId={entryId} known={known} />);
  expect(screen.getAllByText('查看依据文件')).toHaveLength(2);
  expect(screen.getAllByText('补充依据文件')).toHaveLength(1);
  fireEvent.click(control('evidence-of-employees'));
  await waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
  expect(opened.mock.calls[0]?.[0]).toEqual({ uploadId: evidence.uploadId, entryId });
});
