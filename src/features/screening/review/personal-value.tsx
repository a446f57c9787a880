import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { SealedValue } from '../../../patterns/sealed-value';

/** Only who holds the entry may open its sealed values; a reviewer who does not is told how to. */
export type Opens = 'yes' | 'afterClaim' | 'no';

interface Props {
  entryId: string;
  /** Names the value to the server: `leader.idNumber`, or a member's phone. */
  field: string;
  label: string;
  masked: string;
  opens: Opens;
}

/** A personal value of an entry: masked, opened on request. */
export function PersonalValue({ entryId, field, label, masked, opens }: Props) {
  return (
    <View className="xh-sealed">
      <SealedValue
        id={field.replace(/[^A-Za-z0-9-]/g, '-')}
        label={label}
        masked={masked}
        opens={opens === 'yes'}
        warning={`将显示完整的${label} 60 秒。本次查看会留下记录，参赛者可以看到，请仅用于审核。`}
        reveal={api.screening.reveal}
        input={{ entryId, field }}
        read={({ value }) => value}
      />
      {opens === 'afterClaim' ? <View className="xh-opened-note">受理后可以查看完整号码</View> : null}
    </View>
  );
}
