import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { ApplicationFiles } from '../../../../src/features/benefits/application/application-files';
import type { OwnView } from '../../../../src/features/benefits/application/application-view';
import { api } from '../../../support/api';

const benefits = api.benefits;
const [applicationId, uploadId] = [1, 2].map((n) => `0197f000-0000-7000-8000-00000000000${n}`) as [string, string];
const licence = {
  code: 'licence',
  zh: '营业执照',
  hintZh: 'PDF 或照片，不超过 20 MB',
  kinds: ['pdf', 'jpeg'],
  maxBytes: 20 * 1024 * 1024,
  needed: true,
  open: true,
  seenByZh: ['人社窗口', '担保机构'],
  given: [{ uploadId, name: '执照.pdf', sourceZh: '2026-11-20 09:00 交于参赛报名' }],
};
const ownView = (given: object = {}): OwnView =>
  ({ slots: [licence], files: [], filesFaults: [], ...given }) as unknown as OwnView;

test('what was given before is given again at one tap, and the file says where it comes from; what is asked for later is not shown', async () => {
  keepSession('a-session');
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = (own: OwnView) => (
    <QueryClientProvider client={client}>
      <ApplicationFiles applicationId={applicationId} own={own} />
    </QueryClientProvider>
  );
  const later = { ...licence, code: 'contract', zh: '贷款合同', open: false, given: [] };
  const { rerender } = render(page(ownView({ slots: [licence, later] })));
  expect(screen.queryByText('贷款合同')).toBeNull();
  expect(screen.getByText('PDF 或照片，不超过 20 MB；由人社窗口、担保机构查看')).toBeTruthy();
  expect(screen.getByText('2026-11-20 09:00 交于参赛报名')).toBeTruthy();
  const again = screen.getByRole('button', { name: '用已交过的营业执照：执照.pdf' });
  const refused = '这份材料现在不能直接用了，请重新上传';
  benefits.giveAgain.mockRejectedValueOnce(new Failure('BENEFITS_NOT_GIVEN', refused));
  await act(async () => void fireEvent.click(again));
  expect(await screen.findByText(refused)).toBeTruthy();
  benefits.giveAgain.mockResolvedValueOnce({ ok: true });
  await act(async () => void fireEvent.click(again));
  expect(benefits.giveAgain.mock.calls[1]?.[0]).toEqual({ applicationId, slot: 'licence', uploadId });
  expect(screen.queryByText(refused)).toBeNull();
  const file = {
    uploadId,
    slot: 'licence',
    fileNo: 1,
    name: '执照.pdf',
    size: 2048,
    kind: 'pdf',
    state: 'accepted',
    refusal: null,
    version: 1,
    sha256: 'a',
    uploadedAt: '2026-11-21T09:00:00+08:00',
    current: true,
    givenZh: '2026-11-20 09:00 交于参赛报名',
  };
  rerender(page(ownView({ slots: [{ ...licence, given: [] }], files: [file] })));
  expect(screen.getByText('已用交过的：2026-11-20 09:00 交于参赛报名')).toBeTruthy();
  expect(document.getElementById('give-licence-0')).toBeNull();
});
