import Taro from '@tarojs/taro';
import { redrawInBrowser, sizeInBrowser } from '../../../src/client/uploads/photo-in-browser';
import { redrawInWechat } from '../../../src/client/uploads/photo-in-wechat';
import type { PickedFile } from '../../../src/client/uploads/pick-file';
import { preparePhoto } from '../../../src/client/uploads/prepare-photo';

jest.mock('../../../src/client/uploads/photo-in-browser', () => ({
  ...jest.requireActual('../../../src/client/uploads/photo-in-browser'),
  headInBrowser: async (blob: { head: string }) => Uint8Array.from(Buffer.from(blob.head, 'latin1')),
  sizeInBrowser: jest.fn(),
  redrawInBrowser: jest.fn(),
}));

const jpg = '\xff\xd8\xff\xe0';
const heic = '\0\0\0\x18ftypheic';
const photo = (head: string, size: number, name = '照片.jpg'): PickedFile => ({
  name,
  size,
  source: { blob: { head } as unknown as Blob },
});
const room = { kinds: ['jpg', 'png', 'pdf'], maxBytes: 1000 };
const small = { size: 900, source: { path: 'small' } };

beforeEach(() => {
  jest.mocked(sizeInBrowser).mockResolvedValue({ width: 3000, height: 4000 });
  jest.mocked(redrawInBrowser).mockResolvedValue(small);
});

test('a photo that fits is sent as it is, and so is what is no photo, or goes where none is taken', async () => {
  for (const file of [photo(jpg, 1000), photo('%PDF-1.7', 5000, '证明.pdf'), photo('MZ', 5000)])
    expect(await preparePhoto(file, room)).toEqual({ file, done: null });
  const large = photo(jpg, 5000);
  expect(await preparePhoto(large, { ...room, kinds: ['pdf'] })).toEqual({ file: large, done: null });
  expect(redrawInBrowser).not.toHaveBeenCalled();
});

test('one of too many bytes or pixels is shrunk to a JPEG within the limit', async () => {
  expect(await preparePhoto(photo(jpg, 1001, '执照.png'), room)).toEqual({
    file: { ...small, name: '执照.jpg' },
    done: 'shrunk',
  });
  jest.mocked(sizeInBrowser).mockResolvedValue({ width: 4001, height: 100 });
  expect(await preparePhoto(photo('\x89PNG', 10), room)).toMatchObject({ done: 'shrunk' });
  expect(jest.mocked(redrawInBrowser).mock.lastCall?.[1]).toEqual({ side: 4000, bytes: 1000 });
});

test('HEIC is told by its bytes, whatever its name, and becomes a JPEG', async () => {
  for (const name of ['IMG_0001.HEIC', 'IMG_0001.jpg'])
    expect(await preparePhoto(photo(heic, 500, name), room)).toEqual({
      file: { ...small, name: 'IMG_0001.jpg' },
      done: 'converted',
    });
});

test('where HEIC cannot be read, the way out is told', async () => {
  jest.mocked(sizeInBrowser).mockResolvedValue(null);
  jest.mocked(redrawInBrowser).mockResolvedValue(null);
  await expect(preparePhoto(photo(heic, 500), room)).rejects.toMatchObject({
    code: 'PHOTO_NOT_CONVERTED',
    message: expect.stringContaining('“设置 → 相机 → 格式”，选“兼容性最佳”'),
  });
  // A large JPEG that this browser cannot draw goes as it is: the server says how large it is and what it takes.
  const large = photo(jpg, 5000);
  expect(await preparePhoto(large, room)).toEqual({ file: large, done: null });
});

describe('in WeChat', () => {
  const bytesOf = new Map<string, { head: string; size: number }>();
  const compress = jest.fn();
  beforeEach(() => {
    Object.assign(Taro, {
      getImageInfo: async () => ({ width: 8000, height: 6000 }),
      compressImage: compress,
      getFileSystemManager: () => ({
        readFile: ({ filePath, success }: { filePath: string; success(answer: object): void }) =>
          success({ data: Uint8Array.from(Buffer.from(bytesOf.get(filePath)?.head ?? '', 'latin1')).buffer }),
        getFileInfo: ({ filePath, success }: { filePath: string; success(answer: object): void }) =>
          success({ size: bytesOf.get(filePath)?.size }),
      }),
    });
    compress.mockReset();
  });

  test('compressing goes on with fewer pixels until the photo fits', async () => {
    bytesOf.set('a', { head: jpg, size: 1500 });
    bytesOf.set('b', { head: jpg, size: 990 });
    compress.mockResolvedValueOnce({ tempFilePath: 'a' }).mockResolvedValueOnce({ tempFilePath: 'b' });
    expect(await redrawInWechat('big', { side: 4000, bytes: 1000 })).toEqual({ size: 990, source: { path: 'b' } });
    expect(compress.mock.calls.map(([{ compressedWidth }]) => compressedWidth)).toEqual([3000, 2250]);
  });

  test('what does not become a JPEG, or fails, is nothing', async () => {
    bytesOf.set('heic', { head: heic, size: 10 });
    compress.mockResolvedValueOnce({ tempFilePath: 'heic' }).mockRejectedValueOnce(new Error('fail'));
    expect(await redrawInWechat('big', { side: 4000, bytes: 1000 })).toBeNull();
    expect(await redrawInWechat('big', { side: 4000, bytes: 1000 })).toBeNull();
  });
});
