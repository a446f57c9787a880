import { api } from '../../../src/client/api';
import { transport } from '../../../src/client/transport/transport';

jest.mock('../../../src/client/transport/transport', () => ({ transport: jest.fn() }));

const refused = (fields: Record<string, string>) =>
  jest
    .mocked(transport)
    .mockResolvedValueOnce({ ok: false, error: { code: 'MALFORMED', message: '有 1 处填写有误', fields } });

test('a page that was opened without what it is about says so; what somebody typed wrong stays beside its field', async () => {
  refused({ entryId: '请重新选择' });
  await expect(api.entry.get({ entryId: '' })).rejects.toMatchObject({
    code: 'LINK_BROKEN',
    message: '打开的链接不完整。请返回上一页，从列表或消息重新打开',
  });
  refused({ entryId: '请重新选择' });
  await expect(api.entry.get({ entryId: 'half-of-an-id' })).rejects.toMatchObject({ code: 'LINK_BROKEN' });
  refused({ q: '最多 40 个字' });
  await expect(api.screening.search({ q: 'a long search' } as never)).rejects.toMatchObject({
    code: 'MALFORMED',
    fields: { q: '最多 40 个字' },
  });
  refused({ entryId: '请重新选择' });
  const act = api.entry.deleteDraft({ entryId: '', version: 1 } as never, { context: { key: 'k' } });
  await expect(act).rejects.toMatchObject({ code: 'MALFORMED' });
});
