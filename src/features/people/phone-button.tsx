import { Button, type ButtonProps } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { privacyFailure } from '../../client/transport/failure';
import { Notice } from '../../ui/notice';
import { toast } from '../../ui/sheets/toast';

/**
 * WeChat's own phone button: WeChat asks about its privacy guide once, then whether to hand over the number, and the server asks
 * WeChat for it. Neither answer is the consent that the entry form asks for. In a browser there is no such button; nothing
 * depends on it.
 */
export function PhoneButton({ phoneMasked }: { phoneMasked: string | null }) {
  const bind = useChange(api.people.bindPhone, touches.person);
  const [refused, setRefused] = useState<string | null>(null);
  const take: ButtonProps['onGetPhoneNumber'] = async ({ detail }) => {
    setRefused(detail.code ? null : (privacyFailure(detail)?.message ?? null));
    if (detail.code && (await bind.run({ code: detail.code }))) toast('已绑定');
  };
  const said = bind.failure?.message ?? refused;
  if (process.env.TARO_ENV !== 'weapp') return null;
  return (
    <>
      <Button
        id="bind-phone"
        className="xh-button xh-button-secondary"
        openType="getPhoneNumber"
        onGetPhoneNumber={take}
      >
        {phoneMasked ? `更换手机号（${phoneMasked}）` : '绑定微信手机号'}
      </Button>
      {said === null ? null : <Notice tone={bind.failure ? 'error' : 'warn'}>{said}</Notice>}
    </>
  );
}
