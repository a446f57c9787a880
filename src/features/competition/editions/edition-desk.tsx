import { unconfirmedZh } from '@shared/competition/edition/publish-checks';
import { groupDigits } from '@shared/kernel/group-digits';
import { formatFullDateZh } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go, goInstead } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/lists/list-row';
import { TaskRow } from '../../../ui/lists/task-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { type EditionWork, partTone, useEdition, useEntriesIn } from './edition-views';

/** An edition as a list of parts with a state each; what still stands in the way of publishing leads to its part. */
export function EditionDesk({ editionId }: { editionId: string }) {
  const ask = useEdition(editionId);
  return (
    <AskedPage ask={ask} here={link('staff/edition', { editionId })} missing="没有找到这一届">
      {(edition) => <Parts edition={edition} />}
    </AskedPage>
  );
}

const doneOf = ({ parts }: EditionWork) => parts.filter(({ state }) => state === 'confirmed').length;

function titleOf(edition: EditionWork): string {
  if (edition.status === 'past') return `${edition.nameZh}已经结束`;
  if (edition.status === 'current') return `${edition.nameZh}正在进行`;
  const left = edition.parts.length - doneOf(edition);
  if (!edition.writes) return `${edition.nameZh}正在筹备`;
  return left > 0 ? `还有 ${left} 项要看过并确认` : edition.obstacles.length > 0 ? '还差一步就能发布' : '可以发布了';
}

/** The same two numbers that the page's title and its card say. */
function standsInTheWay(edition: EditionWork, inTheWay: number): string {
  const toConfirm = edition.parts.length - doneOf(edition);
  const said = [toConfirm > 0 && `${toConfirm} 项待确认`, inTheWay > 0 && `还差 ${inTheWay} 处`].filter(Boolean);
  return said.join('，');
}

/** What people find once it is published. */
function opensZh({ opens: { contests, tracks, groups, slots, phases } }: EditionWork): string {
  const numbers = `${contests} 个赛场、${tracks} 个共同赛道、${groups} 个组别、${slots} 项材料、${phases} 个阶段`;
  return `发布后所有人都能看到：${numbers}。各县（市、区）审核人员会收到通知。`;
}

/** What becomes of the edition that is current, and of what people have entered there. */
function endsZh(nameZh: string, entries: { drafts: number; sent: number } | undefined): string {
  const drafts = entries === undefined ? '没有提交的报名' : `没有提交的 ${groupDigits(entries.drafts)} 份报名`;
  const sent = entries === undefined ? '已经提交的' : `已经提交的 ${groupDigits(entries.sent)} 个项目`;
  return `“${nameZh}”转为往届：${drafts}不能再提交，${sent}仍按原规定办。`;
}

function Parts({ edition }: { edition: EditionWork }) {
  const { editionId, version, status, writes, parts, obstacles, replaces, versions } = edition;
  const publish = useChange(api.competition.publishEdition, touches.competition);
  const drop = useChange(api.competition.dropEdition, touches.competition);
  const draft = status === 'draft';
  // What is only still to be confirmed is said by its row.
  const inTheWay = obstacles.filter(({ part, text }) => part === 'contacts' || text !== unconfirmedZh(part));
  const ending = useEntriesIn(draft ? (replaces?.editionId ?? null) : null);
  const send = async () => {
    const body = `${opensZh(edition)}${replaces === null ? '' : endsZh(replaces.nameZh, ending.data)}`;
    if (await confirmDanger({ title: `发布“${edition.nameZh}”`, body, confirm: '发布' })) {
      await publish.run({ editionId, version });
    }
  };
  const forget = async () => {
    const body = '这一届从来没有发布过，填的内容会一起删除，别人看不到变化。';
    if (!(await confirmDanger({ title: '删除这份草稿', body, confirm: '删除' }))) return;
    if (await drop.run({ editionId, version })) await goInstead('staff/editions');
  };
  const failure = publish.failure ?? drop.failure;
  return (
    <Page
      title={titleOf(edition)}
      over={edition.nameZh}
      action={
        draft && writes ? (
          <>
            {failure ? <Notice tone="error">{failure.message}</Notice> : null}
            <Button id="publish" busy={publish.busy} disabled={obstacles.length > 0} onTap={send}>
              {obstacles.length > 0 ? standsInTheWay(edition, inTheWay.length) : '发布'}
            </Button>
          </>
        ) : undefined
      }
    >
      <Card title="各项规定" aside={draft ? `已确认 ${doneOf(edition)}/${parts.length}` : undefined}>
        {parts.map(({ part, zh, hintZh, state, stateZh }) => (
          <TaskRow
            key={part}
            id={`part-${part}`}
            title={zh}
            detail={hintZh}
            status={{ zh: stateZh, tone: partTone[state] }}
            onTap={() => go('staff/edition-part', { editionId, part })}
          />
        ))}
      </Card>
      {status === 'past' ? null : (
        <Button id="to-preview" kind="secondary" onTap={() => go('staff/preview', { editionId })}>
          预览参赛者看到的样子
        </Button>
      )}
      {inTheWay.length > 0 ? (
        <Card title="发布前还差" aside={`${inTheWay.length} 处`}>
          {inTheWay.map(({ part, text }) => (
            <ListRow
              key={text}
              id={`obstacle-${part}-${text.length}`}
              title={text}
              onTap={() => (part === 'contacts' ? go('staff/contest') : go('staff/edition-part', { editionId, part }))}
            />
          ))}
        </Card>
      ) : null}
      <Card title="各县（市、区）和公告">
        <ListRow id="to-contests" title="各赛场的联系方式和日期" onTap={() => go('staff/contest')} />
        <ListRow id="to-drift" title="各赛场与市里规定的差异" onTap={() => go('staff/drift')} />
        <ListRow id="to-announcements" title="公告" onTap={() => go('staff/announcements')} />
      </Card>
      {versions.length > 0 ? (
        <Card title="发布记录">
          {versions.map(({ n, partZh, reason, at, byZh }) => (
            <ListRow
              key={n}
              id={`version-${n}`}
              title={partZh === null ? '发布全部规定' : `改动“${partZh}”`}
              detail={
                <>
                  {reason ? <View>{reason}</View> : null}
                  <View>{[at ? formatFullDateZh(at.slice(0, 10)) : null, byZh].filter(Boolean).join('，')}</View>
                </>
              }
            />
          ))}
        </Card>
      ) : null}
      {draft && writes ? (
        <Button id="drop" kind="text" busy={drop.busy} onTap={forget}>
          删除这份草稿
        </Button>
      ) : null}
    </Page>
  );
}
