import type { AppConfig } from './app-config';
import { files } from './modules';

/** The window around a page: its title above, the tab bar below, and in between a frame of its own for each page. */

const bars = { top: document.createElement('div'), tabs: document.createElement('div') };
/** What stands on a tab, by its page. */
export const badges = new Map<string, string>();
const sheets = new Map<string, HTMLStyleElement>();
let navigate: (name: 'switchTab' | 'navigateBack', options: Record<string, unknown>) => void = () => undefined;

const barHeight = { top: 44, tabs: 50 };

export function setUpWindow(go: typeof navigate): void {
  navigate = go;
  bars.top.id = 'wx-top';
  bars.tabs.id = 'wx-tabs';
  document.body.append(bars.top, bars.tabs);
}

/** Puts a style sheet in; an app's counts everywhere, a page's only while the page is in front. */
export function addSheet(file: string): void {
  const text = files.styles.get(file);
  if (text === undefined || sheets.has(file)) return;
  const sheet = document.createElement('style');
  sheet.textContent = text;
  document.head.append(sheet);
  sheets.set(file, sheet);
}

export function frameOf(path: string): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'wx-frame';
  frame.dataset.path = path;
  document.body.append(frame);
  addSheet(`${path}.wxss`);
  return frame;
}

export function uncover(frame: HTMLElement, path: string): void {
  for (const each of Array.from(document.querySelectorAll<HTMLElement>('.wx-frame'))) each.hidden = each !== frame;
  for (const [file, sheet] of sheets) sheet.disabled = file !== 'app.wxss' && file !== `${path}.wxss`;
}

function part(tag: string, id: string, words: string, onTap: () => void): HTMLElement {
  const made = document.createElement(tag);
  made.id = id;
  made.textContent = words;
  made.addEventListener('click', onTap);
  return made;
}

export function drawBars(
  { tabBar }: AppConfig,
  { path, title, frame }: { path: string; title: string; frame: HTMLElement },
  canReturn: boolean,
): void {
  const name = document.createElement('span');
  name.id = 'wx-title';
  name.textContent = title;
  const back = part('button', 'wx-back', '‹', () => navigate('navigateBack', {}));
  bars.top.replaceChildren(...(canReturn ? [back] : []), name);
  const tabs = tabBar?.list ?? [];
  const hasTabs = tabs.some(({ pagePath }) => pagePath === path);
  bars.tabs.hidden = !hasTabs;
  bars.tabs.replaceChildren(
    ...tabs.map(({ pagePath, text, iconPath, selectedIconPath }) => {
      const go = () => navigate('switchTab', { url: `/${pagePath}` });
      const tab = part('button', `wx-tab-${pagePath.split('/').at(-2)}`, text, go);
      const icon = document.createElement('img');
      icon.src = files.pictures.get(pagePath === path ? selectedIconPath : iconPath) ?? '';
      tab.classList.toggle('wx-tab-on', pagePath === path);
      tab.prepend(icon);
      const badge = document.createElement('b');
      badge.textContent = badges.get(pagePath) ?? '';
      tab.append(badge);
      return tab;
    }),
  );
  const height = innerHeight - barHeight.top - (hasTabs ? barHeight.tabs : 0);
  frame.style.setProperty('--wx-page-height', `${height}px`);
  frame.style.height = `${height}px`;
}
