import { join } from 'node:path';
import { firstLoad } from '../bench/first-load';

/** Bytes, gzipped, that a browser may fetch before the first page shows. */
const most = 150 * 1024;

test('before the first page a browser fetches 150 KB at most: no control of the kit, nothing that only WeChat needs', () => {
  expect(firstLoad(process.env.XINGHUO_PAGES ?? join(__dirname, '../../dist/h5')).gzipped).toBeLessThanOrEqual(most);
});
