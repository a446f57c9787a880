import path from 'node:path';
import ariaAttributes from './attributes.json';

interface Builder {
  registerMethod(method: { name: 'onSetupClose'; fn: (platform: Platform) => void }): void;
}

interface Platform {
  runtimePath: string | string[];
  template?: { mergeComponents(builder: Builder, patch: Record<string, Record<string, string>>): void };
}

/**
 * Lets the mini program's elements carry what a screen reader is told: Taro's templates know none of the `aria-*`
 * attributes and drop them silently. Both the templates and the running app learn them.
 */
export default function carryAria(builder: Builder): void {
  builder.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      platform.template?.mergeComponents(builder, ariaAttributes);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.ts')].flat();
    },
  });
}
