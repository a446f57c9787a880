import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'sass';
import type { Build } from '../../tools/weapp-build/build';
import { checkFlexGap } from '../../tools/weapp-build/flex-gap';

const sources = join(__dirname, '../../src');
const styles = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|[\\/])[^_\\/][^\\/]*\.scss$/.test(file),
);

const built = (texts: ReadonlyMap<string, string>): Build => ({
  folder: sources,
  files: new Map([...texts].map(([file, text]) => [file, text.length])),
  text: (file) => texts.get(file) ?? '',
});

test('no style relies on the gap of a flex box, as the check of the built mini program would tell later', () => {
  expect(styles.length).toBeGreaterThan(5);
  const texts = new Map(styles.map((file) => [`${file}.wxss`, compile(join(sources, file)).css]));
  expect(checkFlexGap(built(texts))).toEqual([]);
});
