import { type ChangeEvent, createElement, type KeyboardEvent, type ReactNode } from 'react';

/**
 * Stands in for `@tarojs/components`, whose web components do not run in jsdom: each name is a plain DOM element that
 * speaks the platform's events, `{ detail: { value } }`.
 */
type Props = Record<string, unknown> & { children?: ReactNode };
type Say = (event: { detail: Record<string, unknown> }) => void;

const tags: Record<string, string> = {
  Text: 'span',
  Button: 'button',
  Image: 'img',
  Label: 'label',
  Form: 'form',
  Navigator: 'a',
  Video: 'video',
  Canvas: 'canvas',
  WebView: 'iframe',
};

const plain =
  /^(aria-.*|data-.*|role|id|className|style|children|disabled|src|title|htmlFor|tabIndex|name|on(Click|Load))$/;

/** Keeps what the DOM understands and what is handed to the real field inside, and turns `ariaLabel` into `aria-label`. */
function domProps(props: Props): Props {
  const kept: Props = { ...(props.nativeProps as Props | undefined) };
  for (const [name, value] of Object.entries(props)) {
    if (plain.test(name)) kept[name] = value;
    else if (/^aria[A-Z]/.test(name)) kept[`aria-${name.slice(4).toLowerCase()}`] = value;
  }
  return kept;
}

const sayer = (handler: unknown) => (detail: Record<string, unknown>) => {
  if (typeof handler === 'function') (handler as Say)({ detail });
};

function renderField(tag: 'input' | 'textarea', props: Props) {
  const { children: _, ...kept } = domProps(props);
  const { type, password, placeholder, maxlength, value, onInput, onBlur, onFocus, onConfirm } = props;
  return createElement(tag, {
    ...kept,
    placeholder,
    ...(tag === 'input' ? { type: password === true ? 'password' : type === 'text' ? 'text' : undefined } : {}),
    ...(typeof maxlength === 'number' && maxlength >= 0 ? { maxLength: maxlength } : {}),
    ...(value === undefined ? {} : { value: String(value) }),
    onChange: (event: ChangeEvent<HTMLInputElement>) => sayer(onInput)({ value: event.target.value }),
    onBlur: (event: ChangeEvent<HTMLInputElement>) => sayer(onBlur)({ value: event.target.value }),
    onFocus: (event: ChangeEvent<HTMLInputElement>) => sayer(onFocus)({ value: event.target.value }),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Enter') sayer(onConfirm)({ value: event.currentTarget.value });
    },
  });
}

function Switch({ checked, onChange, ...props }: Props) {
  return (
    <input
      type="checkbox"
      role="switch"
      aria-checked={checked === true}
      {...domProps(props)}
      checked={checked === true}
      onChange={(event) => sayer(onChange)({ value: event.target.checked })}
    />
  );
}

const labelOf = (item: unknown, key: unknown): string =>
  typeof item === 'object' && item !== null
    ? String((item as Record<string, unknown>)[String(key ?? 'name')])
    : String(item);

/** A list to pick from is a `select` whose value is the index; the other modes are an `input` of that kind. */
function Picker({ mode = 'selector', range, rangeKey, value, onChange, children, ...props }: Props) {
  const say = sayer(onChange);
  const control =
    mode === 'selector' && Array.isArray(range) ? (
      <select
        {...domProps(props)}
        value={typeof value === 'number' && value >= 0 ? String(value) : ''}
        onChange={(event) => say({ value: Number(event.target.value) })}
      >
        <option value="" />
        {range.map((item, index) => (
          <option key={labelOf(item, rangeKey)} value={String(index)}>
            {labelOf(item, rangeKey)}
          </option>
        ))}
      </select>
    ) : (
      <input
        {...domProps(props)}
        type={mode === 'date' || mode === 'time' ? mode : 'text'}
        value={String(value ?? '')}
        onChange={(event) => say({ value: event.target.value })}
      />
    );
  return (
    <div>
      {control}
      {children}
    </div>
  );
}

/** A choice inside a group tells the group by a bubbling change, as the platform does. */
function renderGroup(kind: 'checkbox' | 'radio', { onChange, children, ...props }: Props) {
  return (
    <div
      role={kind === 'radio' ? 'radiogroup' : 'group'}
      {...domProps(props)}
      onChange={(event) => {
        const ticked = event.currentTarget.querySelectorAll<HTMLInputElement>(`input[type=${kind}]:checked`);
        const values = Array.from(ticked, (box) => box.value);
        sayer(onChange)({ value: kind === 'radio' ? values[0] : values });
      }}
    >
      {children}
    </div>
  );
}

function renderChoice(kind: 'checkbox' | 'radio', { checked, value, children, ...props }: Props) {
  const ticked = checked === true;
  return (
    <label>
      <input
        key={String(ticked)}
        type={kind}
        {...domProps(props)}
        value={String(value ?? '')}
        defaultChecked={ticked}
      />
      {children}
    </label>
  );
}

function renderElement(name: string, props: Props) {
  const tag = tags[name] ?? 'div';
  const kept = domProps(props);
  if (tag === 'button') {
    return createElement(tag, { type: props.formType === 'submit' ? 'submit' : 'button', ...kept });
  }
  if (tag === 'img') {
    const { children: _, ...image } = kept;
    return createElement(tag, { alt: '', ...image });
  }
  if (tag === 'form') {
    return createElement(tag, {
      ...kept,
      onSubmit: (event: { preventDefault(): void }) => {
        event.preventDefault();
        sayer(props.onSubmit)({ value: {} });
      },
    });
  }
  return createElement(tag, kept);
}

const known: Record<string, unknown> = {
  __esModule: true,
  Input: (props: Props) => renderField('input', props),
  Textarea: (props: Props) => renderField('textarea', props),
  Switch,
  Picker,
  CheckboxGroup: (props: Props) => renderGroup('checkbox', props),
  RadioGroup: (props: Props) => renderGroup('radio', props),
  Checkbox: (props: Props) => renderChoice('checkbox', props),
  Radio: (props: Props) => renderChoice('radio', props),
};

const get = (_: object, name: string | symbol): unknown => {
  if (typeof name !== 'string' || name === 'then' || name === 'default') return undefined;
  known[name] ??= (props: Props) => renderElement(name, props);
  return known[name];
};
/** Whoever copies the names that there are so far finds the others behind it (config/build-room.cjs). */
const behind = new Proxy({}, { get });

module.exports = new Proxy(known, { get, getPrototypeOf: () => behind });
