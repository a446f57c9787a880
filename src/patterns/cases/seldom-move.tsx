import { View } from '@tarojs/components';
import { Button } from '../../ui/button';
import type { Offered } from './offered';

interface Props {
  id: string;
  offered: Offered;
  kind: 'secondary' | 'danger' | 'text';
  /** When it is meant, or what it does; in its place stands why it is closed. */
  about: string;
  onTap: (offered: Offered) => unknown;
}

/** A move that is seldom needed, with a sentence beside it. */
export function SeldomMove({ id, offered, kind, about, onTap }: Props) {
  const button = (
    <Button id={id} kind={kind} disabled={offered.closed !== null} onTap={() => onTap(offered)}>
      {offered.label}
    </Button>
  );
  return (
    <View className="xh-seldom">
      {kind === 'text' ? <View className="xh-seldom-text">{button}</View> : button}
      <View className="xh-row-detail">{offered.closed ?? about}</View>
    </View>
  );
}
