/** Runs in the browser: WeChat's part of a mini program. Bundled by `open.ts`, with glass-easel inside. */
import { ask, network, report } from './device';
import { defineElements } from './elements';
import { type Backed, emit, listenForTaps, openings } from './events';
import { delivery, requireFile } from './modules';
import { askYesOrNo } from './over';
import { Fault, needPrivacy, privacy } from './privacy';
import {
  currentPages,
  depthOfPage,
  firstCrossing,
  knows,
  navigation,
  pullDown,
  queryOf,
  share,
  takeMeasures,
  tell,
  where,
} from './router';
import { defineComponent, definePage, setGiven } from './space';
import { delay, takeHeard, takeValues } from './way';
import { addSheet, setUpWindow } from './window';
import { wx } from './wx';

type App = Record<string, unknown> & {
  onLaunch?(options: object): void;
  onShow?(options: object): void;
  onPageNotFound?(about: object): void;
};

let app: App = {};
let startedAt = 0;

/** Starts the app at a page, as WeChat does from the home screen, a message or a share card. */
async function launch(url: string): Promise<void> {
  defineElements();
  listenForTaps();
  openings.share = () => share();
  openings.getPhoneNumber = (button) => void askPhone(button);
  openings.agreePrivacyAuthorization = (button) => {
    privacy.tap(button.id);
    emit(button, 'agreeprivacyauthorization', {});
  };
  setUpWindow((name, options) => void navigation[name](options));
  addSheet('app.wxss');
  const getApp = () => app;
  setGiven(() => [wx, defineApp, definePage, defineComponent, getApp, currentPages]);
  const [path = ''] = url.slice(1).split('?');
  const query = queryOf(url.split('?')[1] ?? '');
  const options = { path, query, scene: 1001, referrerInfo: {} };
  startedAt = performance.now();
  requireFile('app.js', [wx, defineApp, definePage, defineComponent, getApp, currentPages]);
  app.onLaunch?.(options);
  app.onShow?.(options);
  if (knows(path)) await navigation.reLaunch({ url });
  else app.onPageNotFound?.({ path, query, isEntryPage: true });
}

/** First the privacy guide, once for ever; then WeChat's own question about the number. A no to either ends it. */
async function askPhone(button: Backed): Promise<void> {
  const fail = (words: string, errno: number) =>
    emit(button, 'getphonenumber', { errMsg: `getPhoneNumber:fail ${words}`, errno });
  try {
    await needPrivacy('button.getPhoneNumber');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return fail(error.message, error.errno);
  }
  const allowed = await askYesOrNo({ title: '申请获取并验证您的手机号', cancelText: '不允许', confirmText: '允许' });
  if (!allowed) return fail('user deny', 103);
  emit(button, 'getphonenumber', { errMsg: 'getPhoneNumber:ok', code: await ask<string>('phoneCode', {}) });
}

function defineApp(definition: App): void {
  app = definition;
}

window.addEventListener('error', ({ message, error }) =>
  report(error instanceof Error ? String(error.stack) : message),
);
window.addEventListener('unhandledrejection', ({ reason }) =>
  report(`unhandled: ${reason instanceof Error ? reason.stack : JSON.stringify(reason)}`),
);

const front = () => currentPages().at(-1);

Object.assign(window, {
  weapp: {
    ...delivery,
    launch,
    where,
    pullDown,
    depthOfPage,
    /** The menu above the page: handed on from there, where the page allows it. */
    shareByMenu: () => share('menu'),
    measures: takeMeasures,
    startTime: () => {
      const first = firstCrossing();
      return first === null ? null : first - startedAt;
    },
    network: network.turn,
    delay,
    values: takeValues,
    heard: takeHeard,
    go: (name: keyof typeof navigation, options: Record<string, unknown>) => navigation[name](options),
    /** The app goes to the background, or comes back. */
    hide: () => {
      tell(front(), 'onHide');
      (app.onHide as (() => void) | undefined)?.();
    },
    show: () => {
      app.onShow?.({});
      tell(front(), 'onShow');
    },
  },
});
