import { checkDeploy, judgeDeploy } from '../../tools/deploy-check';
import { codeOf } from '../../tools/deploy-check/function-code';
import { functionNames, type Project, projectAt } from '../../tools/deploy-check/project';
import { root } from './tree';

const real = projectAt(root);
const codes = new Map(functionNames(real).map((name) => [name, codeOf(name)]));

/** The project as it is, not built and without a person's settings, but for these files; null takes a file away. */
function projectWith(changes: Readonly<Record<string, string | null>>): Project {
  const hidden = /^(dist\/|\.env(\.local)?$)/;
  const text = (path: string) => changes[path] ?? (path in changes || hidden.test(path) ? null : real.text(path));
  const added = Object.keys(changes).filter((path) => changes[path] !== null);
  return {
    text,
    names(folder) {
      const below = added.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
      const there = hidden.test(`${folder}/`) ? [] : real.names(folder);
      return [...new Set([...there, ...below.map((path) => path.split('/')[0] ?? '')])].sort();
    },
  };
}

function spoilt(path: string, from: string | RegExp, to: string): Record<string, string> {
  const before = real.text(path) ?? '';
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return { [path]: after };
}

const faults = (changes: Readonly<Record<string, string | null>>, more = codes) =>
  checkDeploy(projectWith(changes), {}, more).faults;
const cloud = (from: string | RegExp, to: string) => faults(spoilt('cloudbaserc.json', from, to));
const codesWith = (name: string, code: string) => new Map([...codes, [name, `${codes.get(name)}\n${code}`]]);

test('the deploy files have no contradiction, before a build and without anything filled in', () => {
  expect([...codes.keys()]).toEqual(['api', 'worker']);
  expect(checkDeploy(projectWith({}), {}, codes)).toEqual({
    faults: [],
    unseen: [
      '云函数尚未构建（dist/cloudfunctions），请运行 npm run build:functions 后再检查一次',
      '小程序尚未构建（dist/weapp），请运行 npm run build:weapp 后再检查一次',
    ],
    open: [
      '小程序 AppID：project.config.json 的 appid 现为 touristappid',
      '云开发环境 ID：.env 文件的 TARO_APP_CLOUD_ENV',
      '数据库连接串：.env 文件的 DATABASE_URL',
      '审计封存密钥：.env 文件的 XINGHUO_AUDIT_KEY',
      '个人信息加密密钥：.env 文件的 XINGHUO_DATA_KEY',
      '比对密钥：.env 文件的 XINGHUO_EQUALITY_KEY',
      '小程序 AppID：.env 文件的 XINGHUO_WECHAT_APPID',
      '小程序密钥（AppSecret）：.env 文件的 XINGHUO_WECHAT_SECRET',
      '订阅消息模板：.env 文件的 XINGHUO_WECHAT_TEMPLATES',
    ],
  });
});

describe('files', () => {
  test('one that is missing, one that is broken', () => {
    expect(faults({ 'config/storage-rules.json': null })).toEqual(['缺少 config/storage-rules.json']);
    expect(faults({ 'cloudbaserc.json': '{' })).toEqual(['cloudbaserc.json 不是合法的 JSON']);
  });

  test('folders that no build writes', () => {
    expect(faults(spoilt('project.config.json', 'dist/weapp/', 'dist/h5/weapp/'))).toEqual([
      'project.config.json 的 miniprogramRoot（dist/h5/weapp/）不是小程序的构建目录',
    ]);
    expect(faults(spoilt('project.config.json', 'dist/weapp/', 'src/'))).toEqual([
      'project.config.json 的 miniprogramRoot（src/）不是小程序的构建目录',
    ]);
    expect(faults(spoilt('project.config.json', 'dist/cloudfunctions/', 'dist/functions/'))).toEqual([
      'project.config.json 的 cloudfunctionRoot（dist/functions/）不是云函数的构建目录',
      'cloudbaserc.json 的 functionRoot（dist/cloudfunctions）与 project.config.json 的 cloudfunctionRoot 不一致',
    ]);
  });

  test.each(['2.32.2', '2.9.0', 'latest'])('a base library that is too old: %s', (version) => {
    expect(faults(spoilt('project.config.json', /"libVersion": "[^"]*"/, `"libVersion": "${version}"`))).toEqual([
      `project.config.json 的 libVersion（${version}）低于小程序所用功能需要的 2.32.3`,
    ]);
  });

  test('a base library that is just new enough', () => {
    expect(faults(spoilt('project.config.json', /"libVersion": "[^"]*"/, '"libVersion": "2.32.3"'))).toEqual([]);
  });
});

describe('functions', () => {
  test('one that is not deployed, one that does not exist, one that is not built', () => {
    expect(cloud('"name": "worker"', '"name": "host"')).toEqual(
      [
        'cloudbaserc.json 没有部署云函数 worker',
        'cloudbaserc.json 部署的 host 不是云函数',
        ...['DATABASE_URL', 'XINGHUO_AUDIT_KEY', 'XINGHUO_CLOUD_ENV', 'XINGHUO_DATA_KEY'].map(unread),
        ...['XINGHUO_EQUALITY_KEY', 'XINGHUO_MODE', 'XINGHUO_SMS_APP', 'XINGHUO_SMS_SECRET_ID'].map(unread),
        ...['XINGHUO_SMS_SECRET_KEY', 'XINGHUO_SMS_SIGN', 'XINGHUO_SMS_TEMPLATES'].map(unread),
        ...['XINGHUO_WECHAT_APPID', 'XINGHUO_WECHAT_SECRET', 'XINGHUO_WECHAT_TEMPLATES'].map(unread),
      ].toSpliced(2, 0, 'host：config.json 与 cloudbaserc.json 中的定时触发器不一致'),
    );
    expect(faults(spoilt('config/build-functions.ts', "['api', 'worker']", "['api']"))).toEqual([
      'config/build-functions.ts 没有构建云函数 worker',
    ]);
  });
  const unread = (name: string) => `cloudbaserc.json 的 host：给出了函数不读取的环境变量 ${name}`;

  test.each([
    [
      '"runtime": "Nodejs20.19"',
      '"runtime": "Nodejs18.15"',
      '运行环境是 Nodejs18.15，应为 Nodejs20.19 或更新的 Node.js',
    ],
    ['"runtime": "Nodejs20.19"', '"runtime": "Python3.11"', '运行环境是 Python3.11，应为 Nodejs20.19 或更新的 Node.js'],
    ['"timeout": 20', '"timeout": 21', '超时时间是 21 秒，应在 1 到 20 秒之间'],
    ['"memorySize": 512', '"memorySize": 128', '内存是 128 MB，应为 256、512、1024、2048 之一'],
    ['"memorySize": 512', '"memorySize": 500', '内存是 500 MB，应为 256、512、1024、2048 之一'],
    ['"handler": "index.main"', '"handler": "index.default"', '入口是 index.default，应为 index.main'],
    [
      '"installDependency": false',
      '"installDependency": true',
      'installDependency 应为 false：依赖已打包在 index.js 中',
    ],
  ])('the api with %s as %s', (from, to, fault) => {
    expect(cloud(from, to)).toEqual([`cloudbaserc.json 的 api：${fault}`]);
  });

  test('a newer Node.js is welcome', () => {
    expect(cloud(/Nodejs20\.19/g, 'Nodejs22.21')).toEqual([]);
    expect(cloud(/Nodejs20\.19/g, 'Nodejs24.11')).toEqual([]);
  });

  test('a worker that runs too long, or cannot hold a file', () => {
    expect(cloud('"timeout": 60', '"timeout": 61')).toEqual([
      'cloudbaserc.json 的 worker：超时时间是 61 秒，应在 1 到 60 秒之间',
    ]);
    expect(cloud(/("timeout": 60,\s*"memorySize": )512/, '$1256')).toEqual([
      'cloudbaserc.json 的 worker：内存是 256 MB，应为 512、1024、2048 之一',
    ]);
  });
});

describe('timers and permissions', () => {
  const both = (from: string | RegExp, to: string) => ({
    ...spoilt('cloudbaserc.json', from, to),
    ...spoilt('cloudfunctions/worker/config.json', from, to),
  });
  const every = '{ "name": "minute", "type": "timer", "config": "0 * * * * * *" }';

  test('a timer that the two files tell differently', () => {
    expect(cloud('0 * * * * * *', '0 */5 * * * * *')).toEqual([
      'worker：config.json 与 cloudbaserc.json 中的定时触发器不一致',
    ]);
    expect(
      faults(spoilt('cloudfunctions/api/config.json', '"openapi": [] }', `"openapi": [] }, "triggers": [${every}]`)),
    ).toEqual(['api：config.json 与 cloudbaserc.json 中的定时触发器不一致']);
  });

  test('two timers, a time of six parts, a name that is none', () => {
    expect(faults(both(every, `${every}, ${every.replace('minute', 'hour')}`))).toEqual([
      'worker：有 2 个定时触发器，微信每个函数只允许一个',
    ]);
    expect(faults(both('0 * * * * * *', '0 * * * * *'))).toEqual([
      'worker：触发器 minute 的时间“0 * * * * *”应由七段组成：秒 分 时 日 月 星期 年',
    ]);
    expect(faults(both('0 * * * * * *', '0 x * * * * *'))).toEqual([
      'worker：触发器 minute 的时间“0 x * * * * *”应由七段组成：秒 分 时 日 月 星期 年',
    ]);
    expect(faults(both('"minute"', '"每分钟"'))).toEqual(['worker：触发器 每分钟 的名称或类型不合规定']);
  });

  test('a call of WeChat that is granted and not used, or used and not granted', () => {
    expect(faults(spoilt('cloudfunctions/api/config.json', '[]', '["subscribeMessage.send"]'))).toEqual([
      'config.json 允许调用 subscribeMessage.send，而源码没有用到它',
    ]);
    expect(faults({}, codesWith('worker', 'cloud.openapi.subscribeMessage.send({})'))).toEqual([
      '没有一个函数的 config.json 允许调用 subscribeMessage.send，而源码用到它',
    ]);
  });
});

describe('environment variables', () => {
  test('one that the code reads and nobody gives', () => {
    expect(faults({}, codesWith('worker', 'process.env.XINGHUO_NEW'))).toEqual([
      'cloudbaserc.json 的 worker：没有给出函数要读取的环境变量 XINGHUO_NEW',
    ]);
  });

  test('one that is given, is not read and is nowhere told of', () => {
    expect(
      cloud('"XINGHUO_MODE": "production",', '"XINGHUO_MODE": "production", "XINGHUO_OLD": "{{env.XINGHUO_OLD}}",'),
    ).toEqual(['cloudbaserc.json 的 api：给出了函数不读取的环境变量 XINGHUO_OLD', '.env.example 没有说明 XINGHUO_OLD']);
  });

  test('the address of a stand-in is nothing for a deployment', () => {
    expect(
      cloud(
        '"XINGHUO_MODE": "production",',
        '"XINGHUO_MODE": "production", "XINGHUO_WECHAT_BASE": "{{env.XINGHUO_WECHAT_BASE}}",',
      ),
    ).toEqual(['cloudbaserc.json 的 api：给出了函数不读取的环境变量 XINGHUO_WECHAT_BASE']);
  });

  test('a secret that is written out, and two functions that differ', () => {
    expect(cloud('"{{env.XINGHUO_WECHAT_SECRET}}"', '"0123456789abcdef"')).toEqual([
      'cloudbaserc.json 的 api：XINGHUO_WECHAT_SECRET 直接写在文件中，应写成 {{env.名称}}，值放在 .env 文件里',
      'cloudbaserc.json：各函数的 XINGHUO_WECHAT_SECRET 不一致',
    ]);
  });

  test('the demonstration in the cloud', () => {
    expect(cloud(/"production"/g, '"demo"')).toEqual([
      'cloudbaserc.json 的 api：XINGHUO_MODE 应为 production',
      'cloudbaserc.json 的 worker：XINGHUO_MODE 应为 production',
    ]);
  });

  test('functions that look into another environment than they live in', () => {
    expect(cloud('"envId": "{{env.TARO_APP_CLOUD_ENV}}"', '"envId": "{{env.XINGHUO_HOST}}"')).toEqual([
      'cloudbaserc.json：XINGHUO_CLOUD_ENV（{{env.TARO_APP_CLOUD_ENV}}）与 envId 不是同一个环境',
    ]);
    expect(cloud(/\{\{env\.TARO_APP_CLOUD_ENV\}\}/g, 'xinghuo-1a2b')).toEqual(
      expect.arrayContaining(['cloudbaserc.json 的 envId 应写成 {{env.名称}}']),
    );
  });
});

test.each([
  ['"read": false', '"read": true', 'config/storage-rules.json 的 read 应为 false：任何人都不能直接读取文件'],
  ['"read": false', '"read": false, "list": true', 'config/storage-rules.json 有多余的 list'],
  [
    ' && resource.openid == auth.openid',
    '',
    'config/storage-rules.json 的 write 应为 "/^uploads\\\\//.test(resource.path) == true && resource.openid == auth.openid"',
  ],
])('storage rules with %s as %s', (from, to, fault) => {
  expect(faults(spoilt('config/storage-rules.json', from, to))).toEqual([fault]);
});

describe('what a person filled in', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const filled = {
    TARO_APP_CLOUD_ENV: 'xinghuo-1a2b',
    DATABASE_URL: 'postgres://xinghuo@10.0.0.2/xinghuo',
    XINGHUO_AUDIT_KEY: key,
    XINGHUO_DATA_KEY: key,
    XINGHUO_EQUALITY_KEY: key,
    XINGHUO_WECHAT_APPID: 'wx0123456789abcdef',
    XINGHUO_WECHAT_SECRET: 'secret',
    XINGHUO_WECHAT_TEMPLATES: 'reviewResult=tmpl',
  };
  const registered = spoilt('project.config.json', 'touristappid', 'wx0123456789abcdef');
  const lines = (values: object) =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n');

  test('from the file, over it the local file, over both the shell', () => {
    const { faults: none, open } = checkDeploy(projectWith({ ...registered, '.env': lines(filled) }), {}, codes);
    expect({ none, open }).toEqual({ none: [], open: [] });
    const project = projectWith({
      '.env': lines({ ...filled, DATABASE_URL: 'mysql://a' }),
      '.env.local': 'DATABASE_URL=oracle://b',
    });
    expect(checkDeploy(project, {}, codes).faults).toEqual(['DATABASE_URL 应以 postgres:// 或 postgresql:// 开头']);
    expect(checkDeploy(project, { DATABASE_URL: filled.DATABASE_URL }, codes).faults).toEqual([]);
  });

  test('text messages half filled in', () => {
    const half = { ...filled, XINGHUO_SMS_SECRET_ID: 'id', XINGHUO_SMS_SIGN: '星火大赛' };
    expect(checkDeploy(projectWith({ ...registered, '.env': lines(half) }), {}, codes).faults).toEqual([
      '短信的 5 项设置要么都填，要么都不填，现缺 XINGHUO_SMS_SECRET_KEY、XINGHUO_SMS_APP、XINGHUO_SMS_TEMPLATES',
    ]);
  });

  test('two mini programs, a key that is none', () => {
    const other = { ...filled, XINGHUO_WECHAT_APPID: 'wxffffffffffffffff', XINGHUO_DATA_KEY: 'short' };
    expect(checkDeploy(projectWith({ ...registered, '.env': lines(other) }), {}, codes).faults).toEqual([
      'XINGHUO_WECHAT_APPID（wxffffffffffffffff）与 project.config.json 的 appid（wx0123456789abcdef）不是同一个小程序',
      'XINGHUO_DATA_KEY 不正确：应为 32 字节的 base64 编码（44 个字符），可带编号，如 k2:…,k1:…。',
    ]);
  });
});

describe('after a build', () => {
  const settings = (name: string) => real.text(`cloudfunctions/${name}/config.json`);
  const bundle = (name: string) => ({
    [`dist/cloudfunctions/${name}/index.js`]: '',
    [`dist/cloudfunctions/${name}/package.json`]: '{}',
    [`dist/cloudfunctions/${name}/config.json`]: settings(name),
  });
  const functions = { ...bundle('api'), ...bundle('worker') };
  const weapp = { 'dist/weapp/app.json': '{}', 'dist/weapp/common.js': 'init({env:"xinghuo-1a2b"})' };
  const built = (changes: Record<string, string | null>, env?: string) =>
    checkDeploy(projectWith(changes), { TARO_APP_CLOUD_ENV: env }, codes);

  test('everything is there', () => {
    expect(built({ ...functions, ...weapp }, 'xinghuo-1a2b')).toMatchObject({ faults: [], unseen: [] });
  });

  test('a file that is gone, settings of yesterday, a folder that is no function', () => {
    expect(built({ ...functions, 'dist/cloudfunctions/api/index.js': null }).faults).toEqual([
      'dist/cloudfunctions/api 缺少 index.js，请重新运行 npm run build:functions',
    ]);
    expect(built({ ...functions, 'dist/cloudfunctions/worker/config.json': settings('api') }).faults).toEqual([
      'dist/cloudfunctions/worker/config.json 与源码中的不同，请重新运行 npm run build:functions',
    ]);
    expect(built({ ...functions, 'dist/cloudfunctions/core/index.js': '' }).faults).toEqual([
      'dist/cloudfunctions/core 不是云函数，不要上传',
    ]);
  });

  test('a bundle that calls what its settings do not allow', () => {
    const calling = { 'dist/cloudfunctions/worker/index.js': 'a.openapi.subscribeMessage.send({})' };
    expect(built({ ...functions, ...calling }).faults).toEqual([
      'worker 用到 subscribeMessage.send，而它的 config.json 没有允许',
    ]);
  });

  test('a mini program that was built for another environment', () => {
    expect(built({ ...functions, ...weapp }, 'xinghuo-9z').faults).toEqual([
      'dist/weapp 不是用环境 ID xinghuo-9z 构建的，请重新运行 npm run build:weapp',
    ]);
  });
});

describe('the command', () => {
  let said = '';
  beforeEach(() => {
    said = '';
    jest.spyOn(console, 'log').mockImplementation((...words) => {
      said += `${words.join(' ')}\n`;
    });
  });
  afterEach(() => jest.restoreAllMocks());

  const none = { faults: [], unseen: [], open: [] };
  test.each([
    [none, false, 0, '部署文件核对一致'],
    [none, true, 0, '部署文件核对一致'],
    [{ ...none, open: ['数据库连接串'] }, false, 0, '部署文件核对一致，尚有待填写的内容'],
    [{ ...none, open: ['数据库连接串'] }, true, 1, '部署检查没有通过'],
    [{ ...none, unseen: ['云函数尚未构建'] }, false, 0, '部署文件核对一致'],
    [{ ...none, unseen: ['云函数尚未构建'] }, true, 1, '部署检查没有通过'],
    [{ ...none, faults: ['矛盾'] }, false, 1, '部署检查没有通过'],
  ])('%j, strict %s, ends with %s: %s', (verdict, strict, code, words) => {
    expect(judgeDeploy(verdict, strict)).toBe(code);
    expect(said.trimEnd().split('\n').at(-1)).toBe(words);
    expect(said).toContain('  订阅消息模板：目前没有通知使用，无需填写\n');
  });
});

test.each([
  [
    '"worker": { "invoke": false }',
    '"worker": { "invoke": true }',
    'config/function-rules.json 的 worker 应为 {"invoke":false}',
  ],
  ['"worker"', '"other": { "invoke": false }, "worker"', 'config/function-rules.json 有多余的 other'],
])('function rules: %s → %s', (from, to, fault) => {
  expect(faults(spoilt('config/function-rules.json', from, to))).toEqual([fault]);
});
