import path from 'node:path';

interface Builder {
  registerMethod(method: { name: 'onSetupClose'; fn: (platform: { runtimePath: string | string[] }) => void }): void;
}

/** Puts our rule for what is typed into the running mini program, in every home. */
export default function leaveTyping(builder: Builder): void {
  builder.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.ts')].flat();
    },
  });
}
