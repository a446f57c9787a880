import Taro from '@tarojs/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import type { ApplicationView } from '../../../../src/features/benefits/application/application-view';
import { DeleteDraft } from '../../../../src/features/benefits/application/delete-draft';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const remove = api.benefits.deleteDraft;
const offered = {
  move: 'deleteDraft',
  label: '删除草稿',
  danger: '填写的内容和上传的材料一并删除，不能恢复。',
  closed: null,
};
const flush = jest.fn(async () => true);
const show = (moves: readonly object[]) =>
  showPage(
    <DeleteDraft view={{ applicationId: 'a', version: 3, moves } as unknown as ApplicationView} onFlush={flush} />,
  );
const tap = () => act(async () => void fireEvent.click(document.getElementById('delete-draft') as HTMLElement));

test('a draft is deleted where that is offered, after one more question, when nothing typed is on its way any more', async () => {
  keepSession('a-session');
  show([]).unmount();
  expect(document.getElementById('delete-draft')).toBeNull();
  show([offered]);
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  await tap();
  expect([flush.mock.calls.length, remove.mock.calls.length]).toEqual([0, 0]);
  remove.mockRejectedValueOnce(new Failure('CASE_STALE', '申报刚有变化，请刷新后再办'));
  await tap();
  expect(jest.mocked(Taro.showModal).mock.lastCall?.[0]).toMatchObject({
    content: offered.danger,
    confirmText: '删除',
  });
  expect(await screen.findByText('申报刚有变化，请刷新后再办')).toBeTruthy();
  remove.mockResolvedValueOnce({ ok: true });
  await tap();
  expect(remove.mock.lastCall?.[0]).toEqual({ applicationId: 'a', version: 3 });
  expect(flush.mock.invocationCallOrder.at(-1)).toBeLessThan(remove.mock.invocationCallOrder.at(-1) ?? 0);
});
