import { savedZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { serverNow } from '../../client/server-clock';
import { spoken } from '../../ui/spoken';
import type { Kept, Part } from './form-rules';

type Saved = Pick<Kept<Part, string>, 'phase' | 'server' | 'refusal' | 'sealing'>;

const words = ({ phase, server, refusal }: Saved): string => {
  switch (phase) {
    case 'waiting':
    case 'saving':
      return '正在保存';
    case 'offline':
      return '网络不通，内容已暂存在本机，联网后会自动保存';
    case 'refused':
      return `没有保存：${refusal ?? ''}`;
    case 'contested':
      return '有两份内容，请选择';
    case 'still':
    case 'saved':
      return server.savedAt === null ? '填写后自动保存' : savedZh(server.savedAt, serverNow());
  }
};

/** Says how far the saving is; read aloud when there is time. */
export function SaveSign({ kept }: { kept: Saved }) {
  const held = kept.sealing.length > 0 && kept.phase === 'offline';
  return (
    <View
      id="save-sign"
      className={
        kept.phase === 'offline' || kept.phase === 'refused' ? 'xh-save-sign xh-save-sign-warn' : 'xh-save-sign'
      }
      {...spoken({ role: 'status', live: 'polite' })}
    >
      {words(kept)}
      {held ? '。为保护您的信息，身份证号和手机号不暂存，联网前请不要关闭页面' : ''}
    </View>
  );
}
