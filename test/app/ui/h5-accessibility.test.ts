import Taro from '@tarojs/taro';
import { dressTabs } from '../../../src/ui/h5-accessibility';
import { confirmDanger } from '../../../src/ui/sheets/confirm';

/** As the platform draws a question in a browser. */
const drawn = `<button id="before">退赛</button><div class="taro-modal__content">
  <div class="taro-modal__title">退赛</div><div class="taro-modal__text">不能恢复。</div>
  <div class="taro-model__cancel">取消</div><div class="taro-model__confirm">退赛</div></div>`;

const part = (name: string) => document.querySelector(name) as HTMLElement;
const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

/** The platform's question, answered by the two boxes that it draws. */
function ask(): Promise<boolean> {
  jest.mocked(Taro.showModal).mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        for (const name of ['cancel', 'confirm'] as const) {
          part(`.taro-model__${name}`).onclick = () =>
            resolve({ confirm: name === 'confirm', cancel: name === 'cancel', errMsg: '' });
        }
      }),
  );
  return confirmDanger({ title: '退赛', body: '不能恢复。', confirm: '退赛' });
}

beforeEach(() => {
  document.body.innerHTML = drawn;
  part('#before').focus();
});

test('A question has a name and a description, and what is harmless has the focus', () => {
  void ask();
  const box = part('.taro-modal__content');
  expect(['role', 'aria-modal', 'aria-label', 'aria-describedby'].map((name) => box.getAttribute(name))).toEqual([
    'alertdialog',
    'true',
    '退赛',
    part('.taro-modal__text').id,
  ]);
  expect(document.activeElement?.textContent).toBe('取消');
});

test('Escape is a no, wherever the focus is, and gives the focus back', async () => {
  const answer = ask();
  press('Tab');
  press('Escape');
  expect(await answer).toBe(false);
  expect(document.activeElement?.id).toBe('before');
});

test('Enter does what has the focus', async () => {
  const answer = ask();
  press('Tab');
  press('Enter');
  expect(await answer).toBe(true);
});

test('The tabs are told as the way around, and which of them is in front', () => {
  document.body.innerHTML = `<taro-tabbar><a class="weui-tabbar__item">首页</a>
    <a class="weui-tabbar__item weui-bar__item_on">我的</a></taro-tabbar>`;
  dressTabs();
  expect(part('taro-tabbar').getAttribute('role')).toBe('navigation');
  expect(Array.from(document.querySelectorAll('a')).map((tab) => tab.getAttribute('aria-current'))).toEqual([
    null,
    'page',
  ]);
});
