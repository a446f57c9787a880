import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card';
import { Digits } from '../../ui/digits';
import './shown-code.scss';

/** A code, large, to be read out or copied; what can be done with it stands below. */
export function ShownCode({ id, code, children }: { id: string; code: string; children?: ReactNode }) {
  return (
    <Card>
      <View className="xh-shown-code">
        <Digits id={id}>{code}</Digits>
      </View>
      {children}
    </Card>
  );
}
