import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstLoad } from '../bench/first-load';

const pages = process.env.XINGHUO_PAGES ?? join(__dirname, '../../dist/h5');

/** Bytes, gzipped, that a browser may fetch before the first page shows. */
const most = 150 * 1024;

test('before the first page a browser fetches 150 KB at most: no control of the kit, nothing that only WeChat needs', () => {
  expect(firstLoad(pages).gzipped).toBeLessThanOrEqual(most);
});

/** Nothing is put in for what the oldest browsers lack but `replaceAll` (src/client/older-browsers.ts), so nothing else may be asked for. */
test('no script asks for what Chrome 78 and iOS 13 do not have', () => {
  const younger =
    /Object\.hasOwn\b|\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced)\(|\b(structuredClone|AggregateError|WeakRef)\b|Promise\.(any|withResolvers)|\w\?\.[a-zA-Z_$([]|\?\?=|\|\|=|\(\?<[=!]/;
  const scripts = readdirSync(join(pages, 'js')).map((name) => [name, readFileSync(join(pages, 'js', name), 'utf8')]);
  const found = scripts.flatMap(([name = '', text = '']) => {
    const use = younger.exec(text);
    return use ? [`${name}: ${text.slice(Math.max(0, use.index - 60), use.index + 40)}`] : [];
  });
  expect(scripts.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
