import { formatFullDateZh } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { sentenceOf } from '../../client/transport/failure';
import { saveFile } from '../../client/uploads/save-file';
import { AskedPage } from '../../patterns/asked-page';
import { Button } from '../../ui/button';
import { KeyValue } from '../../ui/lists/key-value';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toast } from '../../ui/sheets/toast';
import { onWeb } from '../../ui/spoken';
import { Tag } from '../../ui/tag';
import { AnswerBar } from './answer-bar';
import { AnswerLines } from './answer-lines';
import { type Answer, toneOf, useMyAnswers } from './answers';

/** All that one can get on paper: every policy with its reasons open, its document number and version, and the day of the answer. */
export function PrintDesk() {
  const { ask } = useMyAnswers();
  return (
    <AskedPage ask={ask} here={link('policy/print')} missing="没有找到您的资料">
      {({ today, policies }) => (
        <Page
          className="xh-printed"
          title="我能享受的政策"
          over={`按${formatFullDateZh(today)}的资料核对`}
          action={onWeb ? <PrintHere /> : <SaveAsPdf />}
        >
          <AnswerBar policies={policies} />
          {policies.map((policy) => (
            <PrintedAnswer key={policy.code} policy={policy} />
          ))}
          <View className="xh-row-detail">按现有资料逐条核对，结果不是审批决定，以经办机构审核为准。</View>
        </Page>
      )}
    </AskedPage>
  );
}

const PrintHere = () => (
  <Button id="print" onTap={() => window.print()}>
    打印或存为 PDF
  </Button>
);

/** WeChat prints no page: the same comes as a document, which its viewer prints, keeps or hands on. */
function SaveAsPdf() {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const file = await api.policies.printed({}).catch((error: unknown) => toast(sentenceOf(error)));
    if (file && !(await saveFile(file))) toast('文件没有打开，请重试');
    setBusy(false);
  };
  return (
    <Button id="save-pdf" busy={busy} onTap={save}>
      存为 PDF
    </Button>
  );
}

const PrintedAnswer = ({ policy }: { policy: Answer }) => {
  const { code, version, titleZh, stand, standZh, whyZh, docNo, confirmedZh, lines, benefits } = policy;
  return (
    <Section id={`printed-${code}`} title={titleZh} aside={<Tag tone={toneOf[stand]}>{standZh}</Tag>}>
      <View>{whyZh}</View>
      <KeyValue
        items={[
          ...benefits.map(({ zh, valueZh, demonstration }) => ({
            label: zh,
            value: `${valueZh ?? '以正式文件为准'}${demonstration ? '（演示）' : ''}`,
          })),
          { label: '依据', value: `${docNo}，第 ${version} 版` },
          { label: '确认情况', value: confirmedZh },
        ]}
      />
      <AnswerLines code={code} lines={lines} />
    </Section>
  );
};
