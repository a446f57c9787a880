import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { formatDateZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { ContactCard } from '../../../patterns/contact-card';
import { sizeZh } from '../../../patterns/files/size-zh';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Digits } from '../../../ui/digits';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { onWeb, spoken } from '../../../ui/spoken';
import './receipt.scss';

interface Props {
  entryId: string;
  /** Which submission; the latest when it is not said. */
  n: number | undefined;
  /** Submitted a moment ago: that it worked, and what comes next, is said first. */
  sent: boolean;
}

/** What was submitted, as it was frozen then: the number to remember, every answer, every file. Printable in a browser. */
export function ReceiptDesk({ entryId, n, sent }: Props) {
  const ask = useAsk(['entry', 'receipt', entryId, n ?? 0], () =>
    api.entry.receipt({ entryId, ...(n !== undefined && { n }) }),
  );
  return (
    <AskedPage ask={ask} here={link('entry/receipt', { entryId })} missing="没有回执">
      {({ reference, takenAt, editionZh, regionZh, parts, files, n: nth, reviewDue, contact }) => (
        <Page
          className="xh-receipt xh-printed"
          action={
            <>
              <Button id="to-status" onTap={() => go('entry/status', { entryId })}>
                查看进度
              </Button>
              {onWeb ? (
                <Button id="print" kind="secondary" onTap={() => window.print()}>
                  打印或存为 PDF
                </Button>
              ) : null}
            </>
          }
        >
          {sent ? (
            <Notice tone="pass" title="提交成功">
              {`${reviewDue === null ? '' : `预计最迟${formatDateZh(reviewDue)}出结果。`}您暂时不用操作，有进展会在“我的—消息”里告诉您，也可以随时点“查看进度”。`}
            </Notice>
          ) : null}
          <Card className="xh-receipt-head">
            <View className="xh-row-detail">{nth > 1 ? `第 ${nth} 次提交，报名编号` : '报名编号'}</View>
            <View className="xh-receipt-number" {...spoken({ role: 'heading', level: 1 })}>
              <Digits id="reference">{reference}</Digits>
            </View>
            <View>{`${momentZh(takenAt)} 提交`}</View>
            <View className="xh-row-detail">{`${editionZh} · ${regionZh}赛场`}</View>
          </Card>
          <ContactCard title={`${regionZh}赛场`} contact={contact} />
          {parts.map(({ section, zh, lines }) =>
            // The files stand below, with their sizes.
            lines.length === 0 || section === 'materials' ? null : (
              <Card key={section} title={zh}>
                <KeyValue items={lines} />
              </Card>
            ),
          )}
          <Card title="提交的材料">
            {files.map(({ slotZh, name, size, version, sha256 }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: frozen, and two files of a slot may be the same
              <View key={`${sha256} ${place}`} className="xh-row">
                <View className="xh-row-text">
                  <View>{slotZh}</View>
                  <View className="xh-row-detail">{`${name} · 第 ${version} 版 · ${sizeZh(size)}`}</View>
                </View>
              </View>
            ))}
            {files.length === 0 ? <View>没有上传材料</View> : null}
          </Card>
        </Page>
      )}
    </AskedPage>
  );
}
