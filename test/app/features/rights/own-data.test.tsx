import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { keepSession } from '../../../../src/client/session/session';
import { saveFile } from '../../../../src/client/uploads/save-file';
import { ConsentsDesk } from '../../../../src/features/rights/consents-desk';
import { OwnDataDesk } from '../../../../src/features/rights/own-data-desk';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

jest.mock('../../../../src/client/uploads/save-file', () => ({ saveFile: jest.fn() }));

const rights = api.rights;
const control = (id: string) => document.getElementById(id) as HTMLElement;

function show(desk: ReactNode) {
  keepSession('a-session');
  showPage(desk);
}

const consent = {
  consentId: '01930000-0000-7000-8000-000000000001',
  zh: '同意处理身份证号',
  bodyZh: '用于核对资格。',
  version: 'DEMO-4',
  aboutZh: '山货直供',
  receiverZh: '审核人员',
  purposeZh: '核对资格',
  fieldsZh: '证件号码',
  untilZh: '24 个月',
  givenAt: '2026-11-24T09:00:00+08:00',
  withdrawnAt: null,
  effectsZh: ['项目立即退赛，不能恢复'],
  refusedZh: null,
};

test('a consent is shown with who is given what, and taken back only after what follows was read and confirmed', async () => {
  rights.consents.mockResolvedValue({ consents: [consent] });
  rights.withdrawConsent.mockResolvedValue({ consents: [] });
  const asked = jest.spyOn(Taro, 'showModal').mockResolvedValueOnce({ confirm: false } as never);
  show(<ConsentsDesk />);
  expect(await screen.findByText('1 项授权生效中')).toBeTruthy();
  expect(screen.getByText('审核人员')).toBeTruthy();
  fireEvent.click(control(`withdraw-${consent.consentId}`));
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  expect(asked.mock.calls[0]?.[0]?.content).toContain('项目立即退赛，不能恢复');
  expect(rights.withdrawConsent).not.toHaveBeenCalled();
  asked.mockResolvedValueOnce({ confirm: true } as never);
  fireEvent.click(control(`withdraw-${consent.consentId}`));
  await waitFor(() => expect(rights.withdrawConsent).toHaveBeenCalledTimes(1));
});

test('an account is closed only after what goes and what stays was read; what hinders it is said instead', async () => {
  const said = { goesZh: ['1 个已提交的项目，退赛'], staysZh: ['安全日志保存一年'], hinderedZh: [] as string[] };
  rights.beforeLeaving.mockResolvedValueOnce(said);
  show(<OwnDataDesk />);
  expect(await screen.findByText('· 1 个已提交的项目，退赛')).toBeTruthy();
  expect(screen.getByText('· 安全日志保存一年')).toBeTruthy();
  fireEvent.click(control('leave'));
  expect(rights.leave).not.toHaveBeenCalled();
});

test('whoever cannot leave yet is told why, and has no button', async () => {
  rights.beforeLeaving.mockResolvedValueOnce({ goesZh: [], staysZh: [], hinderedZh: ['请先交回待办，再注销'] });
  show(<OwnDataDesk />);
  expect(await screen.findByText('请先交回待办，再注销')).toBeTruthy();
  expect(control('leave')).toBeNull();
});

test('what does not fit into one file comes in several, said and one tap each, until all are had', async () => {
  rights.beforeLeaving.mockResolvedValueOnce({ goesZh: [], staysZh: [], hinderedZh: ['请先交回待办，再注销'] });
  const saved = jest.mocked(saveFile).mockResolvedValue(true);
  rights.handOut.mockImplementation(async ({ part = 1 }) => ({
    name: `data_${part}.pdf`,
    base64: '',
    bytes: 0,
    rows: 1,
    part,
    parts: 3,
  }));
  show(<OwnDataDesk />);
  await screen.findByText('导出我的数据');
  fireEvent.click(control('hand-out-pdf'));
  expect(await screen.findByText('内容较多，分成 3 个文件')).toBeTruthy();
  fireEvent.click(control('hand-out-next'));
  expect(await screen.findByText('导出第 3 个')).toBeTruthy();
  fireEvent.click(control('hand-out-next'));
  expect(await screen.findByText('3 个文件都已导出。')).toBeTruthy();
  expect(control('hand-out-next')).toBeNull();
  expect(rights.handOut.mock.calls.map(([input]) => input)).toEqual([1, 2, 3].map((part) => ({ format: 'pdf', part })));
  expect(saved.mock.calls.map(([{ name }]) => name)).toEqual(['data_1.pdf', 'data_2.pdf', 'data_3.pdf']);
});
