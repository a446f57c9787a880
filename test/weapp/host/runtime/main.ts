/** Runs in the browser: WeChat's part of a mini program. Bundled by `open.ts`, with glass-easel inside. */
import { network, report } from './device';
import { defineElements } from './elements';
import { type Backed, emit, listenForTaps, openings } from './events';
import { delivery, requireFile } from './modules';
import { askYesOrNo } from './over';
import { currentPages, navigation, pullDown, share, takeMeasures, tell, where } from './router';
import { defineComponent, definePage, setGiven } from './space';
import { addSheet, setUpWindow } from './window';
import { wx } from './wx';

type App = Record<string, unknown> & { onLaunch?(options: object): void; onShow?(options: object): void };

let app: App = {};

/** Starts the app at a page, as WeChat does from the home screen, a message or a share card. */
async function launch(url: string): Promise<void> {
  defineElements();
  listenForTaps();
  openings.share = share;
  openings['getPhoneNumber|agreePrivacyAuthorization'] = (button) => void askPhone(button);
  setUpWindow((name, options) => void navigation[name](options));
  addSheet('app.wxss');
  const getApp = () => app;
  setGiven(() => [wx, defineApp, definePage, defineComponent, getApp, currentPages]);
  const [path = ''] = url.slice(1).split('?');
  const query = Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''));
  const options = { path, query, scene: 1001, referrerInfo: {} };
  requireFile('app.js', [wx, defineApp, definePage, defineComponent, getApp, currentPages]);
  app.onLaunch?.(options);
  app.onShow?.(options);
  await navigation.reLaunch({ url });
}

/** WeChat asks twice in one dialog: for the privacy guide and for the number; a no to either ends it. */
async function askPhone(button: Backed): Promise<void> {
  const agreed = await askYesOrNo({ title: '用户隐私保护提示', cancelText: '拒绝', confirmText: '同意' });
  if (!agreed) return emit(button, 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny', errno: 104 });
  emit(button, 'agreeprivacyauthorization', {});
  emit(button, 'getphonenumber', { errMsg: 'getPhoneNumber:ok', code: 'phone-code' });
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
    measures: takeMeasures,
    reachBottom: () => tell(front(), 'onReachBottom'),
    network: network.turn,
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
