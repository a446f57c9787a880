import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Card } from '../ui/card';
import { ListRow } from '../ui/lists/list-row';
import { CopyButton } from './copy-button';

interface Props {
  /** Whom one reaches: `蒲县赛场`. */
  title: string;
  contact: {
    office: string;
    phone: string;
    address: string;
    hours: string;
  } | null;
}

/** Whom to ask at a region's contest: a tap calls, the address is copied, and when somebody is there. Nothing while nobody said. */
export function ContactCard({ title, contact }: Props) {
  if (contact === null) return null;
  const { office, phone, address, hours } = contact;
  // Put away by whoever was asked, or no phone in a browser: nothing is lost.
  const call = () => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
  return (
    <Card id="contact" title={`联系${title}`}>
      <ListRow
        id="contact-call"
        title={phone}
        detail={[office, hours].filter(Boolean).join('，')}
        aside="拨打"
        onTap={call}
      />
      {address === '' ? null : (
        <View className="xh-row">
          <View id="contact-address" className="xh-row-text">
            {address}
          </View>
          <CopyButton id="contact-copy" what="地址" words={address} />
        </View>
      )}
    </Card>
  );
}
