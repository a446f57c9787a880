/** What WeChat lays over a page: questions, lists, toasts. A test touches them as a person does. */

type Part = { tag?: string; id?: string; words?: string; onTap?: () => void };

function lay(id: string, parts: readonly Part[]): { close(): void; element: HTMLElement } {
  const element = document.createElement('div');
  element.className = 'wx-over';
  element.id = id;
  const panel = document.createElement('div');
  panel.className = 'wx-panel';
  for (const { tag = 'div', id: partId, words, onTap } of parts) {
    const part = document.createElement(tag);
    if (partId !== undefined) part.id = partId;
    if (words !== undefined) part.textContent = words;
    if (onTap) part.addEventListener('click', onTap);
    panel.append(part);
  }
  element.append(panel);
  document.body.append(element);
  return { element, close: () => element.remove() };
}

/** A list that slides up. Answers the index, or null when it was put away. */
export function chooseOne(options: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const end = (choice: number | null) => {
      close();
      resolve(choice);
    };
    const { close } = lay('wx-list', [
      ...options.map((words, index) => ({ tag: 'button', words, onTap: () => end(index) })),
      { tag: 'button', id: 'wx-list-cancel', words: '取消', onTap: () => end(null) },
    ]);
  });
}

/** A calendar. Answers `YYYY-MM-DD` within the bounds, or null when it was put away. */
export function chooseDay(value: string, from: unknown, to: unknown): Promise<string | null> {
  return new Promise((resolve) => {
    const end = (day: string | null) => {
      close();
      resolve(day);
    };
    const { close, element } = lay('wx-day', [
      { tag: 'input', id: 'wx-day-value' },
      { tag: 'button', id: 'wx-day-ok', words: '确定', onTap: () => end(day.reportValidity() ? day.value : null) },
      { tag: 'button', id: 'wx-day-cancel', words: '取消', onTap: () => end(null) },
    ]);
    const day = element.querySelector('input') as HTMLInputElement;
    day.type = 'date';
    day.value = value;
    if (typeof from === 'string' && from !== '') day.min = from;
    if (typeof to === 'string' && to !== '') day.max = to;
  });
}

type Question = { title?: string; content?: string; showCancel?: boolean; confirmText?: string; cancelText?: string };

/** A question in front of the page. Answers yes or no. */
export function askYesOrNo(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (yes: boolean) => {
      close();
      resolve(yes);
    };
    const no = { tag: 'button', id: 'wx-no', words: question.cancelText ?? '取消', onTap: () => end(false) };
    const { close } = lay('wx-modal', [
      { words: question.title ?? '' },
      { words: question.content ?? '' },
      ...(question.showCancel === false ? [] : [no]),
      { tag: 'button', id: 'wx-yes', words: question.confirmText ?? '确定', onTap: () => end(true) },
    ]);
  });
}

/** A few words that pass by themselves. */
export function showWords(words: string, milliseconds: number): void {
  document.getElementById('wx-toast')?.remove();
  const { close } = lay('wx-toast', [{ words }]);
  setTimeout(close, milliseconds);
}
