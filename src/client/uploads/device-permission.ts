import Taro from '@tarojs/taro';
import { Failure } from '../transport/failure';

const placesZh = { album: '相册', camera: '相机' } as const;

/**
 * When the device, or the person once before, said no to the album or the camera: says so and offers the settings where it can be
 * allowed, since WeChat never asks a second time. Throws Failure `PERMISSION_REFUSED` then; returns when it was something else.
 * @param words what WeChat told
 */
export async function refusedByDevice(words: string, from: keyof typeof placesZh): Promise<void> {
  const bySystem = /system (permission|auth)/i.test(words);
  if (!bySystem && !/auth(orize)?[: ]*(den|fail|no)|permission denied/i.test(words)) return;
  const place = placesZh[from];
  const where = bySystem ? '手机的系统设置' : '小程序的设置';
  const { confirm } = await Taro.showModal({
    title: `不能使用${place}`,
    content: `您没有允许使用${place}。请在${where}里打开${place}权限，再回来选择。`,
    confirmText: '去设置',
    cancelText: '取消',
  });
  if (confirm) await openSettings(bySystem);
  throw new Failure('PERMISSION_REFUSED', `没有${place}权限，不能选择。打开权限后请再点一次，或改从微信聊天文件中选`);
}

/** The phone's own settings of WeChat, or those of this mini program; on a client that has neither, the sentence stands alone. */
async function openSettings(bySystem: boolean): Promise<void> {
  const platform = Taro as unknown as { openAppAuthorizeSetting?: () => Promise<unknown> };
  try {
    await (bySystem ? platform.openAppAuthorizeSetting?.() : Taro.openSetting());
  } catch {
    // Put away without a change; what was told still holds.
  }
}
