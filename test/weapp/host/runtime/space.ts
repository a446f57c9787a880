import { CurrentWindowBackendContext, globalOptions } from 'glass-easel';
import { MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter';
import { builtInNames } from './elements';
import { asWeChatEvent } from './events';
import { inGesture } from './gesture';
import { files, requireFile, resolvePath } from './modules';
import { noteHeard, send } from './way';

type Definition = Record<string, unknown> & { methods?: Record<string, unknown> };
type Static = { usingComponents?: Record<string, string>; component?: boolean };

globalOptions.writeIdToDOM = true;
const environment = new MiniProgramEnv();
const space = environment.createCodeSpace('app', true);
const backend = environment.associateBackend(new CurrentWindowBackendContext());
for (const name of builtInNames) space.getComponentSpace().setGlobalUsingComponent(name, `wx-${name}`);

/** The file whose `Page` or `Component` call is under way. */
let defining = '';
const defined = new Set<string>();
let given: () => readonly unknown[] = () => [];

export function setGiven(make: typeof given): void {
  given = make;
}

type Handler = (this: unknown, event: unknown) => unknown;

/** Taro has one handler for every event, `eh`; it gets what WeChat would give it. */
function withPlainEvents<T extends Record<string, unknown>>(functions: T): T {
  const { eh } = functions;
  if (typeof eh !== 'function') return functions;
  const handler: Handler = function handle(event) {
    const told = asWeChatEvent(event);
    send('toScript', () => {
      if ((told as { type?: unknown }).type === 'input') noteHeard();
      return inGesture(told, () => (eh as Handler).call(this, told));
    });
  };
  return { ...functions, eh: handler };
}

export function definePage(definition: Definition): void {
  space.componentEnv(defining, ({ Page }) => Page(withPlainEvents(definition) as Parameters<typeof Page>[0]));
}

export function defineComponent(definition: Definition): void {
  const { methods } = definition;
  const made = methods ? { ...definition, methods: withPlainEvents(methods) } : definition;
  space.componentEnv(defining, ({ Component }) => Component(made as never));
}

/** Runs the script of a page or component once, those it uses first. */
function define(path: string): void {
  if (defined.has(path)) return;
  defined.add(path);
  const config = (files.json.get(`${path}.json`) ?? {}) as Static;
  const folder = path.split('/').slice(0, -1).join('/');
  for (const used of Object.values(config.usingComponents ?? {})) define(resolvePath(folder, used));
  space.addComponentStaticConfig(path, config as Parameters<typeof space.addComponentStaticConfig>[1]);
  const content = files.templates[path];
  if (!content) throw new Error(`${path}.wxml is in no package`);
  // `bindtap="eh"` without a colon is how Taro's templates bind.
  space.addCompiledTemplate(path, { groupList: files.templates, content, fallbackListenerOnNativeNode: true });
  const outer = defining;
  defining = path;
  requireFile(`${path}.js`, given());
  defining = outer;
}

/** A new page of that path, drawn into the frame. */
export function makeRoot(path: string, frame: HTMLElement): Root {
  define(path);
  const root = backend.createRoot('wx-page', space, path);
  const place = document.createElement('div');
  frame.append(place);
  root.attach(frame as never, place as never);
  return root;
}
