/**
 * Makes one script of all files of a room and of what they import, for `npm test` (test/support/together.test.ts):
 * `node build-room.cjs ROOM FILES WHERE`, where FILES is a list in JSON of paths in the room. It exports a function for each file, by its path.
 * Packages are loaded as ever, and so are style sheets, which Jest has a stand-in for.
 */
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { build } = require('esbuild');

const [room = '', files = '[]', outfile = ''] = process.argv.slice(2);
const root = join(__dirname, '..');
const named = JSON.parse(files).map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`);

/** A source's own place, which is not that of the script. */
const places = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const place = `const __filename = ${JSON.stringify(path)}, __dirname = ${JSON.stringify(dirname(path))};`;
      const contents = /\b__(dir|file)name\b/.test(text) ? `${place}${text}` : text;
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** As config/jest.config.cjs has it for the app's room. */
const standIns = {
  name: 'stand-ins',
  setup({ onResolve }) {
    onResolve({ filter: /\.s?css$/ }, ({ path }) => ({ path, external: true }));
    if (room !== 'app') return;
    onResolve({ filter: /^(\.\.\/)+client\/api$/ }, () => ({ path: join(root, 'test/support/api.ts') }));
  },
};

build({
  stdin: {
    contents: `module.exports = {${named.join(',\n')}};`,
    resolveDir: join(root, 'test', room),
    sourcefile: 'room.js',
  },
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  packages: 'external',
  logLevel: 'error',
  plugins: [places, standIns],
}).catch(() => process.exit(1));
