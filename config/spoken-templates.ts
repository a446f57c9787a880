import spokenAttributes from '../src/ui/spoken-attributes.json';

interface MiniPlatform {
  template?: { mergeComponents(context: PluginContext, components: typeof spokenAttributes): void };
}

/** As much of Taro's plugin context as is used here. */
interface PluginContext {
  registerMethod(method: { name: 'onSetupClose'; fn: (platform: MiniPlatform) => void }): void;
}

/**
 * Taro's templates for WeChat name no ARIA attribute, so that what a screen reader is told would be lost in the build.
 * These are the ones that `spoken` writes (src/ui/spoken.ts); the app adds the same to its runtime (src/app.tsx).
 */
export default function spokenTemplates(context: PluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => platform.template?.mergeComponents(context, spokenAttributes),
  });
}
