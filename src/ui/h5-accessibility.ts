/**
 * In a browser the platform draws bare boxes around and over a page: tabs, questions, words that pass. Here they are told to
 * readers and keyboards; their sizes stand in `styles/_dress.scss`. WeChat draws its own: what decides is written out at each
 * place, so that its build carries nothing of this.
 */

/** Says to what the platform draws whether words are large. */
export function markElder(elder: boolean): void {
  if (process.env.TARO_ENV === 'h5') document.documentElement.classList.toggle('xh-elder', elder);
}

/** The tabs are the way around; the one in front is told by more than its colour. */
export function dressTabs(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  // It is there before the first page, and has its class only when it is drawn, which on a slow phone is later than the second look below.
  const bar = document.querySelector('taro-tabbar');
  bar?.setAttribute('role', 'navigation');
  bar?.setAttribute('aria-label', '主要页面');
  for (const tab of Array.from(bar?.querySelectorAll('.weui-tabbar__item') ?? [])) {
    const front = tab.classList.contains('weui-bar__item_on');
    if (front) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
}

/** Where words are put to be read out when there is time. */
function readout(): HTMLElement {
  const known = document.getElementById('xh-readout');
  if (known) return known;
  const made = document.createElement('div');
  made.id = 'xh-readout';
  made.className = 'xh-unseen';
  made.setAttribute('role', 'status');
  document.body.append(made);
  return made;
}

/** A page that comes in front is said by its title, since readers notice no change of page. The router writes it, and moves the tabs, a moment later. */
export function dressPage(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  dressTabs();
  const said = readout();
  setTimeout(() => {
    dressTabs();
    said.textContent = document.title;
  }, 100);
}

/** Words that pass are read out at once. */
export function dressToast(): void {
  if (process.env.TARO_ENV === 'h5') document.querySelector('.taro__toast')?.setAttribute('role', 'alert');
}

/**
 * A question becomes a dialog: it has the focus, keeps it, and is answered by keys as well.
 * @returns gives the focus back to where it was
 */
export function dressQuestion(): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined;
  const box = document.querySelector<HTMLElement>('.taro-modal__content');
  if (!box) return () => undefined;
  const part = (name: string) => box.querySelector<HTMLElement>(name);
  const [no, yes] = [part('.taro-model__cancel'), part('.taro-model__confirm')];
  const before = document.activeElement;
  for (const [name, value] of Object.entries({
    role: 'alertdialog',
    'aria-modal': 'true',
    'aria-label': part('.taro-modal__title')?.textContent ?? '',
    'aria-describedby': 'question-text',
  })) {
    box.setAttribute(name, value);
  }
  part('.taro-modal__text')?.setAttribute('id', 'question-text');
  for (const button of [no, yes]) {
    button?.setAttribute('role', 'button');
    button?.setAttribute('tabindex', '0');
  }
  box.onkeydown = (event) => {
    const on = event.target === yes ? yes : no;
    if (!['Escape', 'Tab', 'Enter', ' '].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Tab') (on === yes ? no : yes)?.focus();
    else if (event.key === 'Escape') no?.click();
    else on?.click();
  };
  no?.focus();
  return () => {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
}
