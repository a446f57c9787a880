import { Button as ShareButton, View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { copyText } from '../../../client/copy-text';
import { deadlineZh } from '../../../client/day-words';
import { Button } from '../../../ui/button';
import { RadioList } from '../../../ui/fields/radio-list';
import { Notice } from '../../../ui/notice';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import { onWeb } from '../../../ui/spoken';
import { wholeAddress } from './invite-link';

export type Invitation = { link: string; expiresAt: string };

interface Props {
  entryId: string;
  open: boolean;
  onClose: () => void;
  invitation: Invitation | null;
  onInvited: (invitation: Invitation | null) => void;
}

const accesses = [
  { value: 'edit', zh: '一起填写', hint: '可以修改内容、上传材料，不能提交' },
  { value: 'view', zh: '只看', hint: '可以查看，不能修改' },
] as const;

/** Makes a link by which people join, for seven days: a share card in WeChat, an address to copy in a browser. */
export function InviteSheet({ entryId, open, onClose, invitation, onInvited }: Props) {
  const [access, setAccess] = useState<'view' | 'edit'>('edit');
  const invite = useChange(api.entry.inviteMember, touches.nothing);
  const make = async () => onInvited(await invite.run({ entryId, access }));
  const copy = async (path: string) => {
    toast((await copyText(wholeAddress(path))) ? '已复制，请发给队友' : '没有复制成，请选中上面的链接自己复制');
  };
  return (
    <Sheet id="invite-sheet" open={open} title="邀请成员" onClose={onClose}>
      {invitation ? (
        <>
          <Notice tone="pass" title="邀请链接已生成">
            {`有效期：${deadlineZh(invitation.expiresAt)}。请只发给要加入的队友，收到的人都能加入。`}
          </Notice>
          {onWeb ? (
            <View id="invite-link" className="xh-invite-link">
              {wholeAddress(invitation.link)}
            </View>
          ) : null}
          {onWeb ? (
            <Button id="copy-link" onTap={() => copy(invitation.link)}>
              复制链接
            </Button>
          ) : (
            <ShareButton id="share-link" className="xh-button xh-button-primary" openType="share">
              发给微信好友
            </ShareButton>
          )}
          <View className="xh-invite-again">
            <Button id="invite-again" kind="text" onTap={() => onInvited(null)}>
              再发一个邀请
            </Button>
          </View>
        </>
      ) : (
        <>
          <RadioList
            id="invite-access"
            label="成员可以做什么"
            options={accesses}
            value={access}
            onChange={(value) => setAccess(value === 'view' ? 'view' : 'edit')}
          />
          {invite.failure ? <Notice tone="error">{invite.failure.message}</Notice> : null}
          <Button id="make-link" onTap={make}>
            生成邀请
          </Button>
        </>
      )}
    </Sheet>
  );
}
