import { link } from '@shared/routes';
import type { Purpose } from '@shared/telling/templates';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useAskAgain } from '../../../client/cache/use-ask-again';
import { untilZh } from '../../../client/day-words';
import { go, goInstead } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { CorrectionOrder } from '../../../patterns/cases/correction-order';
import { ContactCard } from '../../../patterns/contact-card';
import { useTransfers } from '../../../patterns/files/use-transfers';
import { readLocalDraft } from '../../../patterns/forms/local-draft';
import { usePhoneOffer } from '../../../patterns/use-phone-offer';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { focusField } from '../../../ui/fields/focus-field';
import { KeyValue } from '../../../ui/lists/key-value';
import { TaskRow } from '../../../ui/lists/task-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Progress } from '../../../ui/progress';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Tag } from '../../../ui/tag';
import { PlaceSheet } from '../begin/place-sheet';
import { type EntryView, type SectionView, useContest, useEntry, useHome } from '../entry-view';
import { entryTransfers } from '../files/entry-transfers';
import { ClosingBanner, Countdown, Deadline, overWords } from '../form/closing';
import { Obstacles } from '../form/obstacles';
import { routeOfSection } from '../form/route-of-section';
import { draftName } from '../form/section-keeper';
import { closingOf, useClosing } from '../form/use-closing';
import { OtherMoves } from './other-moves';
import { RulesChanged } from './rules-changed';
import { statuses } from './statuses';
import { useEntryMoves } from './use-entry-moves';
import '../form/section.scss';
import { isBlank } from '@shared/kernel/typed/unseen';

/** The entry as a list of tasks: what is done, what is missing, until when, and submitting it. */
export function EntryDesk({ entryId }: { entryId: string }) {
  const ask = useEntry(entryId);
  const { refetch } = ask;
  usePullDownRefresh(() => void refetch().finally(() => Taro.stopPullDownRefresh()));
  // A file may still be checked elsewhere; the button opens by itself once it is.
  const checking = ask.data?.materials.some(({ state }) => state === 'checking' || state === 'sending') ?? false;
  useAskAgain(checking, refetch);
  const refresh = useCallback(async () => (await refetch()).data, [refetch]);
  return (
    <AskedPage ask={ask} here={link('entry/entry', { entryId })} missing="没有找到这个项目">
      {(entry) => <TaskList entry={entry} refresh={refresh} />}
    </AskedPage>
  );
}

const doneOf = (sections: readonly SectionView[]) => sections.filter(({ status }) => status === 'done').length;

const sendingOf = ({ moves }: EntryView) => moves.find(({ move }) => move === 'submit' || move === 'resubmit');
/** Is sending closed only because something is not filled in? */
const isHindered = (entry: EntryView) =>
  entry.obstacles.length > 0 && sendingOf(entry)?.closed === entry.obstacles[0]?.text;

/** What comes of sending it. */
const decidedOf: readonly Purpose[] = ['entryResult', 'entryCorrection'];

interface TaskListProps {
  entry: EntryView;
  /** Asks for the entry as it stands now. */
  refresh: () => Promise<EntryView | undefined>;
}

function TaskList({ entry, refresh }: TaskListProps) {
  const { entryId, version, state, editable, sections, obstacles } = entry;
  const contest = useContest(entry.contestId, entry.rulesVersion);
  const moves = useEntryMoves(entryId);
  const offer = usePhoneOffer(decidedOf);
  const sendsFiles = useTransfers(entryTransfers).some(
    (each) => each.subjectId === entryId && (each.state === 'sending' || each.state === 'checking'),
  );
  const home = useHome();
  const [asked, setAsked] = useState(false);
  const [moving, setMoving] = useState(false);
  const sending = sendingOf(entry);
  const stage = useClosing(closingOf(entry));
  // At zero the page closes by itself, whether or not the server can be asked.
  const over = stage === 'over' ? overWords(entry) : null;
  const closed = over ?? (isHindered(entry) ? null : (sending?.closed ?? null));
  const movable = state === 'draft' && over === null && entry.isLeader && contest.data && home.data;
  const unsent = sections.filter(({ section }) => readLocalDraft(draftName(entryId, section)) !== null);

  const send = async () => {
    // First of all: after the first answer of the server it is no longer inside the tap.
    if (!isHindered(entry)) await offer.ask();
    // What was put right on another page a moment ago may not stand here yet.
    const now = isHindered(entry) ? ((await refresh()) ?? entry) : entry;
    if (isHindered(now)) {
      setAsked(true);
      focusField(`obstacle-${obstacles[0]?.section}`);
      return;
    }
    const untouched = sections.filter(({ status }) => status === 'returned').map(({ zh }) => `“${zh}”`);
    const body = `${untouched.join('、')}还没有改动，需要补正的问题可能仍在。`;
    if (untouched.length > 0 && !(await confirmDanger({ title: '还有部分没有改', body, confirm: '仍要提交' }))) return;
    if (await moves.send(sending?.move === 'resubmit' ? 'resubmit' : 'submit', now.version)) {
      await goInstead('entry/receipt', { entryId, sent: '1' });
    }
  };

  return (
    <Page
      title={standingZh(entry)}
      over={titleOf(entry)}
      action={
        sending ? (
          <>
            <Countdown entry={entry} stage={stage} />
            {moves.failure ? <Notice tone="error">{moves.failure.message}</Notice> : null}
            {closed === null || over !== null ? null : <Notice tone="warn">{closed}</Notice>}
            {closed === null && offer.words !== null ? <View className="xh-row-detail">{offer.words}</View> : null}
            <Button id={sending.move} busy={moves.busy} disabled={closed !== null} onTap={send}>
              {sending.label}
            </Button>
          </>
        ) : entry.waitsUntil !== null ? (
          <Button id="hand-over" onTap={() => go('staff/hand-over', { entryId })}>
            请本人确认
          </Button>
        ) : editable ? undefined : (
          <Button id="to-status" onTap={() => go('entry/status', { entryId })}>
            查看进度
          </Button>
        )
      }
    >
      <ClosingBanner entry={entry} stage={stage} refresh={refresh} />
      <RulesChanged entry={entry} />
      {entry.notice ? (
        <>
          <CorrectionOrder
            order={entry.notice}
            term={entry}
            lapseZh="逾期未重新提交的，本次报名失效。"
            onFault={(section, field) => go(...routeOfSection(entryId, section, true, field))}
          />
          <ContactCard title={`${entry.regionZh}赛场`} contact={contest.data?.contact ?? null} />
        </>
      ) : null}
      <Card title={contest.data?.edition.nameZh ?? '报名表'} aside={<Tag tone={entry.tone}>{entry.stateZh}</Tag>}>
        <KeyValue
          items={[
            ...(entry.reference === null ? [] : [{ label: '报名编号', value: entry.reference }]),
            { label: '赛场', value: entry.regionZh },
            { label: '赛道', value: entry.trackZh ?? '' },
            { label: '组别', value: entry.groupZh ?? '' },
            ...(state === 'draft'
              ? [
                  {
                    label: '报名截止',
                    value: entry.signUpClosesAt === null ? '时间待定' : <Deadline at={entry.signUpClosesAt} />,
                  },
                ]
              : []),
          ]}
        />
        {movable ? (
          <Button id="change-place" kind="text" onTap={() => setMoving(true)}>
            改赛场或赛道
          </Button>
        ) : null}
      </Card>
      {entry.waitsUntil !== null ? (
        <Notice tone="info" title="柜台代填，等本人确认">
          {`请当面填写。授权和承诺书由本人办理。最迟${untilZh(entry.waitsUntil)} 确认，过时自动删除。`}
        </Notice>
      ) : null}
      {editable && !entry.isLeader && entry.waitsUntil === null ? (
        <Notice tone="info">
          {entry.canEdit ? '您可以一起填写，由负责人提交。' : '您可以查看，由负责人和可编辑的成员填写。'}
        </Notice>
      ) : null}
      {unsent.length > 0 ? (
        <Notice tone="warn" title="有内容只存在本机">
          {`请打开${unsent.map(({ zh }) => `“${zh}”`).join('、')}，联网后会自动保存。`}
        </Notice>
      ) : null}
      {asked && obstacles.length > 0 ? <Obstacles entry={entry} /> : null}
      <Card>
        {editable ? (
          <Progress
            label="已完成"
            value={doneOf(sections)}
            max={sections.length}
            words={`${doneOf(sections)}/${sections.length} 项`}
          />
        ) : null}
        {sections.map((view) => (
          <TaskRow
            key={view.section}
            id={`section-${view.section}`}
            title={view.zh}
            status={statuses[view.status]}
            detail={sendsFiles && view.section === 'materials' ? '有文件正在上传' : detailOf(entry, view)}
            onTap={() => go(...routeOfSection(entryId, view.section, view.status === 'returned'))}
          />
        ))}
      </Card>
      {movable && contest.data && home.data ? (
        <PlaceSheet
          key={`${entry.contestId} ${version}`}
          entry={entry}
          contest={contest.data}
          home={home.data}
          open={moving}
          onClose={() => setMoving(false)}
          refresh={refresh}
        />
      ) : null}
      <OtherMoves entryId={entryId} version={version} offered={entry.moves} moves={moves} />
      {editable && over === null ? (
        <View className="xh-row-detail">内容自动保存，可以随时离开，下次接着填。</View>
      ) : null}
    </Page>
  );
}

/** How far the entry is, as the page's title: what is left to fill in, what came back, or where it stands. */
function standingZh(entry: EntryView): string {
  const left = entry.sections.length - doneOf(entry.sections);
  if (entry.state === 'returned') return `需要补正，${entry.notice?.faults.length ?? 0} 处`;
  if (entry.state !== 'draft' || !entry.editable) return entry.stateZh;
  return left === 0 ? '都填好了，请提交' : `还有 ${left} 项没填好`;
}

function titleOf(entry: EntryView): string {
  const title = entry.sections.find(({ section }) => section === 'project')?.data.title;
  return typeof title === 'string' && !isBlank(title) ? title : '未命名项目';
}

function detailOf({ members, materials }: EntryView, { section, status, faults }: SectionView): string | undefined {
  if (status === 'returned') return `${faults.length} 处需要补正`;
  if (section === 'team') return teamDetail(members);
  if (section === 'entity') return '公司、合作社、个体户';
  if (section !== 'materials') return undefined;
  if (materials.some(({ state }) => state === 'sending')) return '有文件没有传完';
  const now = materials.filter(({ current }) => current).length;
  return now === 0 ? undefined : `已传 ${now} 份`;
}

function teamDetail(members: EntryView['members']): string {
  if (members.length === 0) return '只有负责人一人';
  const unconfirmed = members.filter(({ consentedAt }) => consentedAt === null).length;
  const said = unconfirmed === 0 ? '都已确认参赛' : `${unconfirmed} 人还没有确认参赛`;
  return `负责人和 ${members.length} 名成员，${said}`;
}
