import { View } from '@tarojs/components';
import { Notice } from '../../ui/notice';

/** What staff found wrong in one part of a case that came back; nothing where they found nothing. */
export const PartFaults = ({ faults }: { faults: readonly string[] }) =>
  faults.length === 0 ? null : (
    <Notice tone="warn" title="需要补正的问题">
      {faults.map((fault) => (
        <View key={fault} className="xh-prose">
          {fault}
        </View>
      ))}
    </Notice>
  );
