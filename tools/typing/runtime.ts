import { FormElement, type TaroEvent } from '@tarojs/runtime';

/**
 * View and script of a mini program run apart, and what one says reaches the other tens of milliseconds later. Taro sends every key back
 * to the field that it came from, and every field's value with each drawing: the key typed meanwhile is overwritten and lost
 * (NervJS/taro#13979, #13515, #17893). Here a value crosses only when it differs from what the view was last heard to show.
 */
const own = FormElement.prototype;
const { setAttribute, dispatchEvent } = Object.getPrototypeOf(own) as FormElement;
const telling: readonly string[] = ['input', 'change', 'blur', 'confirm'];

/** @param value null takes it away */
own.setAttribute = function cross(name: string, value: unknown): void {
  const shown: unknown = this.props[name];
  // A list of choices is made anew with each drawing.
  if ((name === 'value' || Array.isArray(value)) && shown !== undefined && String(shown) === String(value)) return;
  setAttribute.call(this, name, value);
};

own.dispatchEvent = function hear(event: TaroEvent): boolean {
  const told: unknown = event.mpEvent?.detail?.value;
  if (told !== undefined && telling.includes(event.type)) this.props.value = told;
  return dispatchEvent.call(this, event);
};
