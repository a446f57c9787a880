import { Button, type ButtonProps } from '@tarojs/components';
import { api } from '../../client/api';
import { useChange } from '../../client/use-change';
import { Notice } from '../../ui/notice';
import { toast } from '../../ui/toast';

/**
 * WeChat's own phone button: the person agrees in WeChat's dialog, and the server asks WeChat for the number. It also carries the
 * agreement to WeChat's privacy guide, which is not the consent that the entry form asks for. In a browser there is no such
 * button; nothing depends on it.
 */
export function PhoneButton({ phoneMasked }: { phoneMasked: string | null }) {
  const bind = useChange(api.people.bindPhone);
  const take: ButtonProps['onGetPhoneNumber'] = async ({ detail }) => {
    if (detail.code && (await bind.run({ code: detail.code }))) toast('已绑定');
  };
  if (process.env.TARO_ENV !== 'weapp') return null;
  return (
    <>
      <Button
        id="bind-phone"
        className="xh-button xh-button-secondary"
        openType={'getPhoneNumber|agreePrivacyAuthorization' as ButtonProps['openType']}
        onGetPhoneNumber={take}
      >
        {phoneMasked ? `更换手机号（${phoneMasked}）` : '绑定微信手机号'}
      </Button>
      {bind.failure ? <Notice tone="error">{bind.failure.message}</Notice> : null}
    </>
  );
}
