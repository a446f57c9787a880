import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowed } from '../../tools/weapp-build/allowed';
import { type AppJson, type Build, openBuild } from '../../tools/weapp-build/build';
import { faultsOf, judge } from '../../tools/weapp-build/index';
import {
  checkStylesOfficially,
  checkTemplatesOfficially,
  type OfficialCompilers,
  officialCompilers,
} from '../../tools/weapp-build/official-compilers';
import { checkFiles, checkPages } from '../../tools/weapp-build/pages';
import { checkPrivacy, privacyInSources } from '../../tools/weapp-build/privacy/privacy';
import { checkAllowed, checkFreeNames } from '../../tools/weapp-build/scripts';
import { checkSizes } from '../../tools/weapp-build/sizes';
import { checkTabIcons } from '../../tools/weapp-build/tab-icons';
import { built } from './host/open';
import { copyOf, type SpoilableBuild } from './spoilable-build';

/** Each build is a copy that is spoilt in one place; exactly that fault must be told. The first to be read is the real one. */
jest.setTimeout(60_000);
let official: OfficialCompilers | null;
let copy: SpoilableBuild;

beforeAll(() => {
  official = officialCompilers();
  copy = copyOf(built);
});
afterEach(() => copy.mend());
afterAll(() => {
  official?.remove();
  copy.remove();
});

const withFiles: SpoilableBuild['withFiles'] = (files) => copy.withFiles(files);

function spoilt(file: string, spoil: (text: string) => string): Build {
  const text = readFileSync(join(built, file), 'utf8');
  const changed = spoil(text);
  expect(changed).not.toBe(text);
  return withFiles({ [file]: changed });
}

const without = (file: string) => withFiles({ [file]: null });
const withFile = (file: string, content: string | Buffer) => withFiles({ [file]: content });
const settings = (change: (app: AppJson) => object) =>
  spoilt('app.json', (text) => JSON.stringify(change(JSON.parse(text) as AppJson)));
/** A script that every page needs, with something added that runs. */
const saying = (code: string) => spoilt('comp.js', (text) => `${text};${code};`);
const told = (build: Build) => faultsOf(build, official);
const onLinux = process.platform === 'linux' && process.arch === 'x64' ? test : test.skip;

test('the real build has no fault', () => {
  expect(told(openBuild(built))).toEqual([]);
});

describe('files', () => {
  test('a page without its template', () => {
    expect(told(without('pages/me/index.wxml'))).toEqual(['pages/me/index.wxml is missing (page of app.json)']);
  });

  test('a component that is not where its path says', () => {
    const build = spoilt('pages/home/index.json', (text) => text.replace('../../comp', '../../gone'));
    const how = 'usingComponents ../../gone of pages/home/index.json';
    expect(told(build)).toEqual(['js', 'json', 'wxml'].map((end) => `gone.${end} is missing (${how})`));
  });

  test('a script that is required and gone, and one of another package', () => {
    const gone = 'require("../sub-common/gone")';
    expect(
      told(spoilt('packages/open/policy/index.js', (text) => text.replace('"use strict";', `"use strict";${gone};`))),
    ).toEqual(['packages/open/sub-common/gone.js is missing (require of packages/open/policy/index.js)']);
    const other = 'require("../../staff/sub-vendors")';
    expect(
      told(spoilt('packages/open/policy/index.js', (text) => text.replace('"use strict";', `"use strict";${other};`))),
    ).toEqual(['packages/open/policy/index.js reaches into another package: packages/staff/sub-vendors.js (require)']);
  });

  test('a file that nothing leads to', () => {
    expect(told(withFile('packages/open/forgotten.js', ''))).toEqual([
      'packages/open/forgotten.js lies in the build, but nothing leads to it',
    ]);
  });

  test('settings of a page that are not JSON', () => {
    expect(checkFiles(spoilt('pages/me/index.json', (text) => text.slice(1)))).toEqual([
      'pages/me/index.json is not JSON',
    ]);
  });

  test('a page that the routes do not know, and a route without a page', () => {
    const build = spoilt('app.json', (text) => text.replace('"film/index"', '"films/index"'));
    expect(checkPages(build)).toEqual([
      'app.json lacks the page packages/open/film/index',
      'app.json has a page without a route: packages/open/films/index',
    ]);
  });

  test('a tab that leads into a subpackage', () => {
    const build = spoilt('app.json', (text) =>
      text.replace('"pagePath":"pages/me/index"', '"pagePath":"packages/account/settings/index"'),
    );
    expect(told(build)).toEqual([
      'the tab bar leads to packages/account/settings/index, which is no page of the main package',
    ]);
  });
});

describe('the icons of the tab bar', () => {
  test('one that is gone', () => {
    expect(told(without('tabs/me-on.png'))).toEqual(['tabs/me-on.png is missing (tab bar of app.json)']);
  });

  test('one that is no PNG', () => {
    expect(told(withFile('tabs/me.png', '<svg/>'))).toEqual(['tabs/me.png is not a PNG']);
  });

  test('one that is too heavy', () => {
    const icon = Buffer.concat([readFileSync(join(built, 'tabs/me.png')), Buffer.alloc(40 * 1024)]);
    expect(told(withFile('tabs/me.png', icon))).toEqual([`tabs/me.png has ${icon.length} bytes, WeChat takes 40960`]);
  });

  test('one that is too small, or not square', () => {
    const icon = readFileSync(join(built, 'tabs/me.png'));
    icon.writeUInt32BE(80, 16);
    expect(told(withFile('tabs/me.png', icon))).toEqual(['tabs/me.png is 80 × 81, wanted is a square of 81 to 243']);
  });

  test('a tab without words', () => {
    const build = settings((app) => {
      const list = app.tabBar?.list ?? [];
      return { ...app, tabBar: { list: list.map((tab, i) => (i === 1 ? { ...tab, text: '' } : tab)) } };
    });
    expect(checkTabIcons(build)).toEqual(['the tab pages/workbench/index lacks its words or an icon']);
  });
});

describe('templates and style sheets', () => {
  test('a template with an element that is not closed', () => {
    const build = withFile('pages/me/index.wxml', '<view><text></view>');
    expect(faultsOf(build, null)).toEqual(['pages/me/index.wxml:1:8: missing end tag']);
  });

  onLinux('the same by WeChat’s own compiler', () => {
    expect(told(withFile('pages/me/index.wxml', '<view><text></view>'))).toEqual([
      'pages/me/index.wxml:1:8: missing end tag',
      'wcc: pages/me/index.wxml:1:14: expect end-tag `text`., near `view`',
    ]);
  });

  onLinux('a style sheet that does not parse', () => {
    expect(told(withFile('pages/home/index.wxss', '.a{color:red'))).toEqual([
      'wcsc: pages/home/index.wxss(1:10): unexpected token `$`',
    ]);
  });

  onLinux('a selector that browsers know and WeChat does not', () => {
    expect(told(withFile('pages/home/index.wxss', '.a > *{color:red}'))).toEqual([
      'wcsc: pages/home/index.wxss(1:6): error at token `*`',
    ]);
  });

  test('a compiler that does not run is a fault, not a pass', () => {
    const nowhere = { wcc: join(built, 'nowhere'), wcsc: join(built, 'nowhere') };
    expect(checkTemplatesOfficially(openBuild(built), nowhere)).toEqual([
      expect.stringMatching(/^wcc did not run: .*ENOENT/),
    ]);
    expect(checkStylesOfficially(openBuild(built), nowhere)).toEqual([
      expect.stringMatching(/^wcsc did not run: .*ENOENT/),
    ]);
  });

  test('templates that end before our pages do', () => {
    const build = spoilt('base.wxml', (text) => text.replaceAll('tmpl_15_container', 'tmpl_8_container'));
    expect(faultsOf(build, null)).toEqual(['base.wxml ends at level 8, pages may have 14']);
  });

  test('a flex box that relies on gap, which older iPhones do not know; a grid may', () => {
    const build = withFile('pages/home/index.wxss', '.a{display:grid;gap:8px}.b,.c{display:flex;row-gap:8px}');
    expect(faultsOf(build, null)).toEqual(['pages/home/index.wxss: .b,.c has a gap and is no grid']);
  });

  onLinux('a style sheet that imports one that is gone', () => {
    expect(told(withFile('pages/home/index.wxss', '@import "./gone.wxss";'))).toEqual([
      'pages/home/gone.wxss is missing (@import of pages/home/index.wxss)',
      'wcsc: path `./gone.wxss` not found from `pages/home/index.wxss`.',
    ]);
  });
});

test('transfers that WeChat breaks off after its usual minute', () => {
  expect(told(settings(({ networkTimeout: _, ...app }) => app))).toEqual([
    'app.json: networkTimeout breaks off the transfer of a large file',
  ]);
});

test('a window that cannot be drawn wide on a computer', () => {
  expect(told(settings(({ resizable: _, ...app }) => app))).toEqual([
    'app.json: resizable is not true, so that no desk opens on a computer',
  ]);
});

describe('the sitemap', () => {
  const rules = (change: (rules: object[]) => object[]) =>
    spoilt('sitemap.json', (text) => {
      const sitemap = JSON.parse(text) as { rules: object[] };
      return JSON.stringify({ ...sitemap, rules: change(sitemap.rules) });
    });

  test('a page of somebody’s own that may be found', () => {
    const build = rules((all) => [{ action: 'allow', page: 'pages/me/index' }, ...all]);
    expect(faultsOf(build, null)).toEqual(['sitemap.json lets pages/me/index be found, which is not public']);
  });

  test('one that leaves the rest open, or does not exist', () => {
    expect(
      faultsOf(
        rules((all) => all.slice(0, -1)),
        null,
      ),
    ).toEqual(['sitemap.json does not end by shutting all other pages']);
    const none = settings(({ sitemapLocation: _, ...app }) => app);
    expect(faultsOf(none, null)).toEqual([
      'sitemap.json lies in the build, but nothing leads to it',
      'app.json names no sitemap: WeChat would search every page',
    ]);
  });
});

describe('sizes', () => {
  test('the main package holds 600 KB, a subpackage 1.5 MB', () => {
    const main = [...openBuild(built).files].filter(([file]) => !file.startsWith('packages/'));
    const room = 600 * 1024 - main.reduce((sum, [, bytes]) => sum + bytes, 0);
    expect(checkSizes(withFiles({ 'filling.js': room }))).toEqual([]);
    expect(checkSizes(withFiles({ 'filling.js': room + 1 }))).toEqual([
      'package main has 614401 bytes, its limit is 614400',
    ]);
    expect(checkSizes(withFiles({ 'packages/open/filling.js': 1_572_864 }))).toEqual([
      expect.stringMatching(/^package open has \d{7} bytes, its limit is 1572864$/),
    ]);
  });

  test('all packages together hold 30 MB', () => {
    const names = Array.from({ length: 21 }, (_, i) => `packages/p${i}/filling.js`);
    const faults = checkSizes(withFiles(Object.fromEntries(names.map((name) => [name, 1_572_864]))));
    expect(faults).toEqual([expect.stringMatching(/^all packages have \d{8} bytes, their limit is 31457280$/)]);
  });
});

describe('scripts', () => {
  const reaches = (name: string, code: string) => `comp.js reaches for ${name}, which WeChat does not have: ${code}`;

  test('one that does not parse', () => {
    expect(told(saying('if('))).toEqual([
      expect.stringMatching(/^comp\.js does not parse: Unexpected token \(1:\d+\)$/),
    ]);
  });

  test.each([
    ['window', 'window.title=1', 'window.title'],
    ['document', 'document.title', 'document.title'],
    ['localStorage', 'var a=localStorage', 'a=localStorage'],
    ['fetch', 'fetch("/")', 'fetch("/")'],
    ['XMLHttpRequest', 'new XMLHttpRequest', 'new XMLHttpRequest'],
    ['navigator', '(function(){return navigator.userAgent})()', 'navigator.userAgent'],
    ['location', 'location="/"', 'location="/"'],
    ['URL', 'new URL("/")', 'new URL("/")'],
    ['structuredClone', 'structuredClone({})', 'structuredClone({})'],
    ['document', 'globalThis.document.title', 'globalThis.document'],
  ])('one that reaches for %s: %s', (name, code, use) => {
    expect(told(saying(code))).toEqual([reaches(name, use)]);
  });

  test.each([
    'typeof window',
    '"undefined"!==typeof window&&window.title',
    '"undefined"===typeof window||window.title',
    '"object"===typeof window?window.title:0',
    'if("undefined"===typeof window);else window.title',
    'if(!("undefined"===typeof window))window.title',
    '(function(window){window.title})({})',
    'var document={};document.title',
    'wx.window.document',
  ])('one that asks first, or means something else: %s', (code) => {
    expect(checkFreeNames(saying(code))).toEqual([]);
  });

  test.each([
    '"undefined"===typeof window&&window.title',
    '"undefined"!==typeof document&&window.title',
    '"object"===typeof window||window.title',
    'if("undefined"===typeof window)window.title',
  ])('one that asks the wrong way: %s', (code) => {
    expect(checkFreeNames(saying(code))).toEqual([reaches('window', 'window.title')]);
  });

  test.each(['eval("1")', '(0,eval)("1")', 'new Function("return 1")', 'Function("return 1")()'])(
    'one that makes code out of text: %s',
    (code) => {
      expect(told(saying(code))).toEqual([expect.stringMatching(/^comp\.js makes code out of text: /)]);
    },
  );

  test.each(['setTimeout("a()",1)', 'wx.setInterval(`a()`,1)', '(function(){}).constructor("return 1")'])(
    'one that hides the same: %s',
    (code) => {
      expect(told(saying(code))).toEqual([`comp.js makes code out of text: ${code}`]);
    },
  );

  test('what is allowed is allowed once, where it stands', () => {
    const [entry] = allowed;
    const again = spoilt('runtime.js', (text) => text.replace('Function("return this")', '[$&,$&]'));
    expect(entry?.name).toBe('Function');
    expect(told(again)).toEqual(['runtime.js makes code out of text: Function("return this")']);
    expect(told(saying('new Function("return this")'))).toEqual([
      'comp.js makes code out of text: new Function("return this")',
    ]);
  });

  test('what is allowed and gone is told', () => {
    const gone = { name: 'fetch', code: ['fetch(_)'], beside: 'nowhere', times: 1 };
    expect(checkAllowed(openBuild(built), [...allowed, gone])).toEqual([
      'the build has no use of fetch any more that needs to be allowed: fetch(_)',
    ]);
  });

  test('server code, the validation library and a browser’s storage', () => {
    expect(told(saying('var a="pg_advisory_xact_lock"'))).toEqual(['comp.js holds server code']);
    expect(told(saying('var a={"~standard":1}'))).toEqual(['comp.js holds the validation library']);
    expect(told(saying('var a="localStorage.getItem"'))).toEqual(["comp.js holds the browser's storage"]);
  });
});

describe('app.json and the privacy guide', () => {
  test('components that are loaded all at once', () => {
    expect(told(settings(({ lazyCodeLoading, ...app }) => app))).toEqual([
      'app.json: lazyCodeLoading is not requiredComponents',
    ]);
  });

  test('privacy that is not checked', () => {
    expect(told(settings((app) => ({ ...app, __usePrivacyCheck__: false })))).toEqual([
      'app.json: __usePrivacyCheck__ is not true',
    ]);
  });

  test('a place that is asked for without a word of it anywhere', () => {
    expect(told(saying('wx.getLocation({})'))).toEqual([
      'app.json: requiredPrivateInfos lacks getLocation, which the scripts use',
      'app.json: permission lacks scope.userLocation, which the scripts use',
      'the build uses location (wx.getLocation), of which the sources know nothing',
      'config/privacy-purposes.json does not say what location is wanted for',
    ]);
  });

  test('what is declared and not used', () => {
    const declared = {
      permission: { 'scope.userLocation': { desc: '' } },
      requiredPrivateInfos: ['chooseAddress'],
      requiredBackgroundModes: ['audio'],
    };
    expect(told(settings((app) => ({ ...app, ...declared })))).toEqual([
      'app.json: requiredPrivateInfos has chooseAddress, which no script uses',
      'app.json: permission has scope.userLocation, which no script uses',
      'app.json: requiredBackgroundModes has audio, which no script uses',
    ]);
  });

  test.each([
    ['album', 'wx.saveImageToPhotosAlbum', 'wx["saveImageToPhotosAlbum"]({})'],
    ['contacts', 'wx.addPhoneContact', 'var {addPhoneContact:a}=wx'],
    ['userInfo', '<button open-type="chooseAvatar">', 'var a={openType:1?"chooseAvatar":"share"}'],
    ['microphone', 'wx.authorize scope.record', 'wx.authorize({scope:"scope.record"})'],
  ])('the use of %s by %s without a declaration', (kind, way, code) => {
    expect(told(saying(code))).toEqual([
      `the build uses ${kind} (${way}), of which the sources know nothing`,
      `config/privacy-purposes.json does not say what ${kind} is wanted for`,
    ]);
  });

  test('a name that is only listed is no use', () => {
    expect(told(saying('var a=["getLocation","chooseAvatar"]'))).toEqual([]);
  });

  test('the camera’s element in a template', () => {
    expect(checkPrivacy(spoilt('base.wxml', (text) => `${text}<camera class="a"/>`))).toEqual([
      'the build uses camera (<camera>), of which the sources know nothing',
      'config/privacy-purposes.json does not say what camera is wanted for',
    ]);
  });

  test('what the sources use and the build has lost', () => {
    // Each package that sends files has a copy.
    const textOf = (file: string) => readFileSync(join(built, file), 'utf8');
    const choosing = [...openBuild(built).files.keys()].filter(
      (file) => file.endsWith('.js') && textOf(file).includes('.chooseMessageFile'),
    );
    expect(choosing.length).toBeGreaterThan(0);
    const lost = choosing.map((file) => [file, textOf(file).replaceAll('.chooseMessageFile', '.chooseNothing')]);
    const build = withFiles(Object.fromEntries(lost));
    expect(told(build)).toEqual(['the sources use files, the build does not']);
  });

  test('a purpose that is missing, empty, or for nothing', () => {
    const used = privacyInSources().map(({ kind }) => kind);
    expect(used).toEqual(['phoneNumber', 'pictures', 'files', 'calendar']);
    const stated = { phoneNumber: '联系', files: ' ', album: '保存' };
    expect(checkPrivacy(openBuild(built), used, stated)).toEqual([
      'config/privacy-purposes.json does not say what pictures is wanted for',
      'config/privacy-purposes.json does not say what files is wanted for',
      'config/privacy-purposes.json does not say what calendar is wanted for',
      'config/privacy-purposes.json has a purpose for album, which is not used',
    ]);
  });
});

describe('the command', () => {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    for (const way of ['log', 'warn', 'error'] as const) {
      jest.spyOn(console, way).mockImplementation((...words) => void said.push(words.join(' ')));
    }
  });
  afterEach(() => jest.restoreAllMocks());

  test('prints sizes and ends well', () => {
    expect(judge(built)).toBe(0);
    expect(said[0]).toMatch(/^main {7} {2,4}\d+ KB \(at most 600\)$/);
    expect(said.at(-1)).toBe('weapp build: no fault');
  });

  test('names the faults and ends badly', () => {
    expect(judge(without('tabs/me-on.png').folder)).toBe(1);
    expect(said.at(-1)).toBe('✗ tabs/me-on.png is missing (tab bar of app.json)');
    expect(judge(join(built, 'nowhere'))).toBe(1);
  });
});
