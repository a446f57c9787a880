import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { formatDateZh } from '../../client/day-words';
import { Button } from '../../ui/button';
import { KeyValue } from '../../ui/lists/key-value';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { confirmDanger } from '../../ui/sheets/confirm';
import { NoticeSheet } from './notice-sheet';
import type { Board, UpperNotice } from './referral-view';

interface Props extends Pick<Board, 'tracks' | 'writes'> {
  notice: UpperNotice | null;
}

/** The upper contest's notice as it was entered, and whether it counts. */
export function NoticeCard({ notice, tracks, writes }: Props) {
  const [open, setOpen] = useState(false);
  const confirm = useChange(api.referral.confirmNotice, touches.referral);
  const sheet = <NoticeSheet open={open} notice={notice} tracks={tracks} onClose={() => setOpen(false)} />;
  if (notice === null)
    return (
      <Section title="上级赛事通知">
        <View className="xh-row-detail">录入文号、日期和各赛道名额，核定后县（市、区）才能提名。</View>
        {writes ? (
          <Button id="notice-enter" onTap={() => setOpen(true)}>
            录入通知
          </Button>
        ) : null}
        {sheet}
      </Section>
    );
  const { noticeId, upperZh, docNo, issuedOn, cutoffOn, closesOn, confirmedAt, version } = notice;
  async function settle(): Promise<void> {
    const question = { title: '核定通知和名额', body: '核定后，各县（市、区）可以提名。', confirm: '核定' };
    if (await confirmDanger(question)) await confirm.run({ noticeId, version });
  }
  return (
    <Section title="上级赛事通知" aside={confirmedAt === null ? '待核定' : `${momentZh(confirmedAt)} 核定`}>
      {confirm.failure ? <Notice tone="error">{confirm.failure.message}</Notice> : null}
      <KeyValue
        items={[
          { label: '赛事', value: upperZh },
          { label: '文号', value: docNo },
          { label: '通知日期', value: formatDateZh(issuedOn) },
          { label: '注册年限算到', value: formatDateZh(cutoffOn) },
          { label: '材料最迟报送', value: formatDateZh(closesOn) },
        ]}
      />
      {writes && confirmedAt === null ? (
        <Button id="notice-confirm" busy={confirm.busy} onTap={() => void settle()}>
          核定通知和名额
        </Button>
      ) : null}
      {writes ? (
        <Button id="notice-enter" kind="secondary" onTap={() => setOpen(true)}>
          修改通知和名额
        </Button>
      ) : null}
      {sheet}
    </Section>
  );
}
