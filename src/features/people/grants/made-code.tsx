import { link } from '@shared/routes';
import { Button as ShareButton, View } from '@tarojs/components';
import { copyText } from '../../../client/copy-text';
import { deadlineZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { ShownCode } from '../../../patterns/codes/shown-code';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { toast } from '../../../ui/sheets/toast';
import { onWeb } from '../../../ui/spoken';
import './grants.scss';

export type Made = { code: string; expiresAt: string; whatZh: string; uses: number };

/** The code, this once: to be read out, copied, or handed on as a card. */
export function MadeCode({ made, onAgain }: { made: Made; onAgain: () => void }) {
  const { code, expiresAt, whatZh, uses } = made;
  const address = onWeb ? `\n${window.location.origin}${link('account/code', { code })}` : '';
  const words = `邀请您担任${whatZh}。请打开小程序，登录后在“我的—输入邀请码”中输入：${code}（${deadlineZh(expiresAt)}）。${address}`;
  const copy = async (text: string) => {
    toast((await copyText(text)) ? '已复制，请发给要邀请的人' : '没有复制成，请选中邀请码自己复制');
  };
  return (
    <Page
      title="邀请码已生成"
      over={whatZh}
      action={
        onWeb ? (
          <Button id="copy-words" onTap={() => copy(words)}>
            复制邀请内容
          </Button>
        ) : (
          <ShareButton id="share-code" className="xh-button xh-button-primary" openType="share">
            发给微信好友
          </ShareButton>
        )
      }
    >
      <ShownCode id="made-code" code={code}>
        {onWeb ? (
          <Button id="copy-code" kind="secondary" onTap={() => copy(code)}>
            只复制邀请码
          </Button>
        ) : null}
      </ShownCode>
      <Notice tone="warn" title="只显示这一次">
        {`${uses === 1 ? '只能用一次' : `可供 ${uses} 人使用`}，${deadlineZh(expiresAt)}。收到的人都能用，请只发给要邀请的人；发错了可在“邀请码”中作废。`}
      </Notice>
      <View className="xh-grant-act">
        <Button id="make-again" kind="text" onTap={onAgain}>
          再发一个
        </Button>
        <Button id="to-grants" kind="text" onTap={() => go('staff/grants')}>
          回到授权管理
        </Button>
      </View>
    </Page>
  );
}
