import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { sentenceOf } from '../../client/transport/failure';
import { openFile } from '../../client/uploads/open-file';
import { Button } from '../../ui/button';
import { ListRow } from '../../ui/lists/list-row';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { confirmDanger } from '../../ui/sheets/confirm';
import { onWeb } from '../../ui/spoken';
import type { ReferralView } from './referral-view';

interface Props {
  referralId: string;
  packs: NonNullable<ReferralView['packs']>;
}

/** The pack of an entry, one receiver at a time; every one that was made stays on record with its hash. */
export function Packs({ referralId, packs: { receivers, exports } }: Props) {
  const make = useChange(api.referral.exportPack, touches.referral);
  const [unopened, setUnopened] = useState<string | null>(null);
  async function hand(code: string, zh: string): Promise<void> {
    const receiver = code === 'nation' ? 'nation' : 'province';
    const question = {
      title: `导出给${zh}的材料包`,
      body: '导出会留下记录，本人能看到。只用于报送。',
      confirm: '导出',
    };
    if (!(await confirmDanger(question))) return;
    setUnopened(null);
    const address = await make.run({ referralId, receiver });
    if (address) await openFile(address).catch((error: unknown) => setUnopened(sentenceOf(error)));
  }
  const refusal = make.failure?.message ?? unopened;
  return (
    <Section title="材料包" aside={exports.length === 0 ? '没有导出过' : `导出过 ${exports.length} 次`}>
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      {onWeb ? null : <Notice tone="info">材料包是压缩文件，请在电脑网页上导出。</Notice>}
      {(onWeb ? receivers : []).map(({ code, zh, closed }) => (
        <View key={code}>
          <Button
            id={`pack-${code}`}
            kind="secondary"
            busy={make.busy}
            disabled={closed !== null}
            onTap={() => void hand(code, zh)}
          >
            {`导出给${zh}`}
          </Button>
          {closed === null ? null : <View className="xh-row-detail">{closed}</View>}
        </View>
      ))}
      {exports.map(({ at, byZh, receiverZh, sha256, files }) => (
        <ListRow
          key={`${at} ${sha256}`}
          id={`export-${at}`}
          title={`给${receiverZh}，推荐表和 ${files.length} 份材料`}
          detail={`${momentZh(at)}，${byZh}，${sha256 === null ? '没有生成完' : `校验码 ${sha256.slice(0, 16)}`}`}
        />
      ))}
    </Section>
  );
}
