import { ask, report } from './device';
import type { Backed } from './events';
import { emit, openings } from './events';
import { chooseDay, chooseOne } from './over';
import { noteValue } from './way';

const inlineStyle = (text: string) =>
  text.replace(/(-?[\d.]+)rpx\b/g, (_, size: string) => `${+(Number(size) / 7.5).toFixed(5)}vw`);

/** An element of WeChat's. It shows the document its id, class, style and what is read aloud; the rest it keeps to itself. */
class WxElement extends HTMLElement {
  declare __wxElement?: Backed['__wxElement'];

  /** A property as the template gave it, before it became a string. */
  given(name: string): unknown {
    return this.__wxElement?.getAttribute(name);
  }

  override setAttribute(name: string, value: string): void {
    if (name === 'style') super.setAttribute(name, inlineStyle(value));
    else if (name === 'class' || name === 'id' || name === 'wx-host') super.setAttribute(name, value);
    else if (name.startsWith('aria-')) this.speak(name === 'aria-role' ? 'role' : name, this.given(name));
    else if (name === 'disabled') this.toggleAttribute('disabled', Boolean(this.given(name)));
    else this.took(name);
  }

  private speak(name: string, value: unknown): void {
    if (value === undefined || value === null || value === '') super.removeAttribute(name);
    else super.setAttribute(name, String(value));
  }

  /** Told of each property that changed. */
  protected took(_name: string): void {}
}

// glass-easel writes ids with a prefix of the component that owns the node; WeChat shows them as they are written.
Object.defineProperty(WxElement.prototype, 'id', {
  get(this: WxElement) {
    return this.getAttribute('id') ?? '';
  },
  set(this: WxElement, value: string) {
    this.setAttribute('id', value.slice(value.indexOf('--') + (value.includes('--') ? 2 : 0)));
  },
});

const shared = ['value', 'placeholder', 'maxlength', 'disabled', 'focus', 'type', 'password', 'auto-height'];
/** px between the line that is typed and the keyboard: two lines of small words. */
const leastSpacing = 60;
const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' };

/** What `input` and `textarea` have in common: a control of the browser's inside, which follows the properties. */
class WxField extends WxElement {
  private control: HTMLInputElement | HTMLTextAreaElement | null = null;
  /** What was told of since the field was entered. */
  private readonly told = new Set<string>();

  connectedCallback(): void {
    if (this.control) return;
    const control = document.createElement(this.localName === 'wx-textarea' ? 'textarea' : 'input');
    this.control = control;
    const typed = () => ({ value: control.value, cursor: control.selectionEnd ?? control.value.length });
    // Letters of an input method that are not yet characters are told too, as Android does.
    control.addEventListener('input', () => {
      this.told.add(control.value);
      emit(this, 'input', { ...typed(), keyCode: 0 });
    });
    control.addEventListener('focus', () => {
      this.told.clear();
      emit(this, 'focus', { value: control.value, height: 0 });
    });
    control.addEventListener('blur', () => emit(this, 'blur', typed()));
    control.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter' && control instanceof HTMLInputElement) {
        emit(this, 'confirm', { value: control.value });
      }
    });
    for (const name of shared) this.took(name);
    this.append(control);
    requestAnimationFrame(() => {
      this.judgePlace();
      this.judgeKeyboard();
    });
  }

  /** On iOS a text area in a fixed part of the page floats away from it, unless the platform was told. */
  private judgePlace(): void {
    if (this.localName !== 'wx-textarea' || this.given('fixed') === true) return;
    for (let part: HTMLElement | null = this; part; part = part.parentElement) {
      if (getComputedStyle(part).position === 'fixed')
        report(`the text area ${this.id} is in a fixed part, and not fixed`);
    }
  }

  /** What a keyboard, and WeChat's bar above it, would cover: the line under the field that says what is wrong with it. */
  private judgeKeyboard(): void {
    if (!(Number(this.given('cursor-spacing')) >= leastSpacing))
      report(`the keyboard covers what is said of ${this.id}`);
    if (this.localName === 'wx-textarea' && this.given('show-confirm-bar') !== false)
      report(`a bar stands between the keyboard and the text area ${this.id}`);
  }

  /** Whatever arrives replaces what is shown, however old it is; what the field itself told is not to come back to it. */
  private show(control: HTMLInputElement | HTMLTextAreaElement, words: string): void {
    if (this.isConnected && control.isConnected) noteValue(this.id, words);
    if (document.activeElement === control && this.told.has(words)) {
      report(`the field ${this.id} was sent “${words}” again while it was typed into`);
    }
    if (control.value !== words) control.value = words;
  }

  override setAttribute(name: string, value: string): void {
    super.setAttribute(name, value);
    if (name === 'disabled') this.took(name);
    if (name.startsWith('aria-') && name !== 'aria-role') this.took(name);
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    if (name === 'disabled') this.took(name);
  }

  protected override took(name: string): void {
    const { control } = this;
    if (!control) return;
    const value = this.given(name);
    const words = value === undefined || value === null ? '' : String(value);
    if (name === 'value') this.show(control, words);
    if (name === 'placeholder') control.placeholder = words;
    if (name === 'maxlength') {
      if (Number(value) >= 0 && words !== '') control.maxLength = Number(value);
      else control.removeAttribute('maxlength');
    }
    if (name === 'disabled') control.disabled = Boolean(value);
    if (name === 'type') control.inputMode = keyboards[words] ?? 'text';
    if (name === 'password' && control instanceof HTMLInputElement) control.type = value ? 'password' : 'text';
    if (name === 'focus' && value) control.focus();
    if (name === 'auto-height') this.toggleAttribute('auto-height', value === true);
    if (name === 'aria-label') control.setAttribute('aria-label', words);
  }
}

/** A list or a calendar that slides up; the choice is told as WeChat tells it: an index, or a day. */
class WxPicker extends WxElement {
  connectedCallback(): void {
    this.addEventListener('click', this.ask);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.ask);
  }

  private readonly ask = async (): Promise<void> => {
    if (this.given('disabled')) return;
    const mode = this.given('mode');
    if (mode !== 'selector' && mode !== 'date') throw new Error(`picker: mode ${String(mode)} is not implemented`);
    const value =
      mode === 'date'
        ? await chooseDay(String(this.given('value') ?? ''), this.given('start'), this.given('end'))
        : await chooseOne((this.given('range') as unknown[]).map(String));
    if (value === null) emit(this, 'cancel', {});
    else emit(this, 'change', { value });
  };
}

/** A button that is tapped may open something of WeChat's own. */
class WxButton extends WxElement {
  connectedCallback(): void {
    this.addEventListener('click', this.open);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.open);
  }

  private readonly open = (): void => {
    const wanted = this.given('open-type');
    if (wanted === undefined || wanted === '' || this.given('disabled')) return;
    const opening = openings[String(wanted)];
    if (opening) opening(this);
    else report(`button: open-type ${String(wanted)} is not implemented by the test's host`);
  };
}

/** Nothing plays here; what it was given to play is told to the device. */
class WxVideo extends WxElement {
  protected override took(name: string): void {
    const path = this.given('src');
    if (name === 'src' && typeof path === 'string' && path !== '') void ask('show', { how: 'video', filePath: path });
  }
}

/** The built-in elements there are; a template that uses another fails, since nothing would come of it. */
const builtIn: Record<string, CustomElementConstructor> = {
  page: class extends WxElement {},
  view: class extends WxElement {},
  text: class extends WxElement {},
  'scroll-view': class extends WxElement {},
  button: WxButton,
  input: class extends WxField {},
  textarea: class extends WxField {},
  picker: WxPicker,
  video: WxVideo,
};

export const builtInNames = Object.keys(builtIn);

export function defineElements(): void {
  for (const [name, made] of Object.entries(builtIn)) customElements.define(`wx-${name}`, made);
}
