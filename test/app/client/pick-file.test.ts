import Taro from '@tarojs/taro';
import type { Failure } from '../../../src/client/transport/failure';
import { pickFile } from '../../../src/client/uploads/pick-file';

const home = process.env.TARO_ENV;
beforeEach(() => {
  process.env.TARO_ENV = 'weapp';
  jest.mocked(Taro.chooseMedia).mockResolvedValue({ tempFiles: [] } as never);
  jest.mocked(Taro.chooseMessageFile).mockResolvedValue({ tempFiles: [] } as never);
});
afterEach(() => {
  process.env.TARO_ENV = home;
});

const codeOf = (picking: Promise<unknown>) =>
  picking.then(
    () => 'picked',
    (error: Failure) => error.code,
  );
const asked = (name: 'chooseMedia' | 'chooseMessageFile') => jest.mocked(Taro[name]).mock.calls[0]?.[0];

test('a paper is asked for as it is, a film compressed', async () => {
  await pickFile('album', ['pdf', 'jpg', 'png']);
  expect(asked('chooseMedia')).toMatchObject({ mediaType: ['image'], sizeType: ['original'] });
  jest.mocked(Taro.chooseMedia).mockClear();
  await pickFile('camera', ['mp4', 'mov']);
  expect(asked('chooseMedia')).toMatchObject({ mediaType: ['video'], sizeType: ['compressed'] });
});

test('in a chat endings narrow documents; where a picture will do, everything is shown', async () => {
  await pickFile('chat', ['pdf', 'docx']);
  expect(asked('chooseMessageFile')).toEqual({ count: 1, type: 'file', extension: ['pdf', 'docx'] });
  jest.mocked(Taro.chooseMessageFile).mockClear();
  await pickFile('chat', ['pdf', 'jpg']);
  expect(asked('chooseMessageFile')).toEqual({ count: 1, type: 'all' });
});

test.each([
  ['chooseMedia:fail cancel', 'picked', undefined],
  ['chooseMedia:fail auth deny', 'PERMISSION_REFUSED', 'openSetting'],
  ['chooseMedia:fail:system permission denied', 'PERMISSION_REFUSED', 'openAppAuthorizeSetting'],
  ['chooseMedia:fail authorize no response', 'PERMISSION_REFUSED', 'openSetting'],
  ['chooseMedia:fail file not found', 'FILE_NOT_CHOSEN', undefined],
])('%s is answered by %s', async (errMsg, code, settings) => {
  jest.mocked(Taro.chooseMedia).mockRejectedValueOnce({ errMsg });
  expect(await codeOf(pickFile('album', ['jpg']))).toBe(code);
  const platform = Taro as unknown as Record<string, jest.Mock>;
  const opened = ['openSetting', 'openAppAuthorizeSetting'].filter((name) => platform[name]?.mock.calls.length);
  expect(opened).toEqual(settings === undefined ? [] : [settings]);
});

test('two pictures of the album have two names', async () => {
  const tempFiles = [{ tempFilePath: 'wxfile://tmp_1.jpg', size: 1, fileType: 'image' }];
  jest.mocked(Taro.chooseMedia).mockResolvedValue({ tempFiles } as never);
  const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-26T11:26:32+08:00'));
  const first = await pickFile('album', ['jpg']);
  now.mockReturnValue(Date.parse('2026-11-26T11:26:33+08:00'));
  const second = await pickFile('album', ['jpg']);
  now.mockRestore();
  expect([first?.name, second?.name]).toEqual(['照片-1126-112632.jpg', '照片-1126-112633.jpg']);
});

test('a browser is told endings and media types, since some heed the one and some the other', async () => {
  process.env.TARO_ENV = 'h5';
  void pickFile('album', ['pdf', 'jpg', 'mov']);
  const input = document.getElementById('xh-file') as HTMLInputElement;
  expect(input.accept).toBe('.pdf,.jpg,.jpeg,.mov,application/pdf,image/jpeg,video/quicktime');
  input.remove();
});
