import { compareVersions, leastLibrary } from '@shared/kernel/least-library';
import Taro from '@tarojs/taro';

type Platform = {
  getUpdateManager?: () => { onUpdateReady(listener: () => void): void; applyUpdate(): void };
  updateWeChatApp?: () => Promise<unknown>;
};

const platform = Taro as unknown as Platform;

/** Called once, as the app starts in WeChat: says when WeChat itself is too old, and takes a new version of the app up when people agree. */
export function keepCurrent(): void {
  if (compareVersions(Taro.getSystemInfoSync().SDKVersion ?? leastLibrary, leastLibrary) < 0) void askForNewerWechat();
  const updates = platform.getUpdateManager?.();
  updates?.onUpdateReady(async () => {
    const { confirm } = await Taro.showModal({
      title: '小程序有新版本',
      content: '重新打开即可使用。正在填写的内容已保存。',
      confirmText: '重新打开',
      cancelText: '稍后',
    });
    if (confirm) updates.applyUpdate();
  });
}

async function askForNewerWechat(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '微信版本太旧',
    content: '部分功能不能使用，请先更新微信。',
    confirmText: '去更新',
    cancelText: '先看看',
  });
  if (confirm) await platform.updateWeChatApp?.();
}
