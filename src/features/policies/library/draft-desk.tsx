import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { offeredOf } from '../../../patterns/cases/offered';
import { SendBackOrDiscard } from '../../../patterns/cases/send-back-or-discard';
import { Story } from '../../../patterns/cases/story';
import { useMoves } from '../../../patterns/cases/use-moves';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/lists/list-row';
import { TaskRow } from '../../../ui/lists/task-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { DifferenceRows } from './difference-rows';
import { type DraftView, draftKey, useDraft, useReach } from './library-views';

/** A version that is written: its parts with what is missing, whom it would reach, in what it differs, and what comes next. */
export function DraftDesk({ policyDraftId }: { policyDraftId: string }) {
  const ask = useDraft(policyDraftId);
  return (
    <AskedPage ask={ask} here={link('staff/policy-draft', { policyDraftId })} missing="没有找到这份政策草稿">
      {(draft) => <Work draft={draft} />}
    </AskedPage>
  );
}

function titleOf({ state, stateZh, obstacles, moves }: DraftView): string {
  if (state === 'proposed') return offeredOf(moves, 'publish') ? '等您核对后发布' : '等另一位统筹人员发布';
  if (state !== 'draft' || offeredOf(moves, 'propose') === null) return stateZh;
  return obstacles.length > 0 ? `还有 ${obstacles.length} 处没有填好` : '填好了，可以送签';
}

function Work({ draft }: { draft: DraftView }) {
  const { policyDraftId, version, titleZh, parts, obstacles, differences, amends, moves: offered } = draft;
  const propose = useChange(api.policies.proposeDraft, touches.library);
  const sendBack = useChange(api.policies.sendBackDraft, touches.library);
  const publish = useChange(api.policies.publishDraft, touches.library);
  const discard = useChange(api.policies.discardDraft, touches.library);
  const { make, busy, failure } = useMoves([propose, publish, discard], draftKey(policyDraftId));
  const reach = useReach(policyDraftId, draft.live && obstacles.length === 0);
  const id = { policyDraftId, version };
  const [proposing, publishing] = [offeredOf(offered, 'propose'), offeredOf(offered, 'publish')];
  const send = async () => {
    const who = draft.secondNeeded ? '由另一位市级统筹人员核对后发布，您自己不能发布。' : '送签后您可以自己发布。';
    if (!(await confirmDanger({ title: '送签', body: `送签后不能再改，${who}`, confirm: '送签' }))) return;
    if (await make(() => propose.run(id))) toast('已送签');
  };
  const release = async () => {
    const ends = amends === null ? '' : `第 ${amends.version} 版在新版生效前一天到期。`;
    const reached = reach.data ? `${reach.data.zh}。` : '';
    const body = `${reached}${ends}${publishing?.danger ?? ''}`;
    if (!(await confirmDanger({ title: `发布“${titleZh}”`, body, confirm: '发布' }))) return;
    if (await make(() => publish.run(id))) toast('已发布');
  };
  return (
    <Page
      over={titleZh}
      title={titleOf(draft)}
      action={
        proposing || publishing ? (
          <>
            {failure ? <Notice tone="error">{failure.message}</Notice> : null}
            {proposing ? (
              <Button id="propose" busy={busy} disabled={obstacles.length > 0} onTap={send}>
                {obstacles.length > 0 ? `还有 ${obstacles.length} 处没有填好` : proposing.label}
              </Button>
            ) : null}
            {publishing ? (
              <Button id="publish" busy={busy} disabled={obstacles.length > 0} onTap={release}>
                {publishing.label}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      {reach.data ? <Notice tone="info">{`${reach.data.zh}。`}</Notice> : null}
      {draft.proposedByZh === null || draft.state !== 'proposed' ? null : (
        <View className="xh-row-detail">{`${draft.proposedByZh}送签`}</View>
      )}
      <Card title="各部分" aside={`${parts.filter(({ wrong }) => wrong === 0).length}/${parts.length} 已填好`}>
        {parts.map(({ part, zh, hintZh, wrong }) => (
          <TaskRow
            key={part}
            id={`part-${part}`}
            title={zh}
            detail={hintZh}
            status={wrong === 0 ? { zh: '已填好', tone: 'pass' } : { zh: `${wrong} 处未填好`, tone: 'warn' }}
            onTap={() => go('staff/policy-part', { policyDraftId, part })}
          />
        ))}
      </Card>
      <Button id="to-preview" kind="secondary" onTap={() => go('staff/policy-preview', { policyDraftId })}>
        预览公开页面
      </Button>
      {obstacles.length > 0 ? (
        <Card title="送签前还差" aside={`${obstacles.length} 处`}>
          {obstacles.map(({ part, place, text }) => (
            <ListRow
              key={`${part}-${place}`}
              id={`obstacle-${part}-${place.replace(/[^A-Za-z0-9]/g, '-')}`}
              title={text}
              onTap={() => go('staff/policy-part', { policyDraftId, part })}
            />
          ))}
        </Card>
      ) : null}
      {amends === null || differences.length === 0 ? null : (
        <Card title={`与第 ${amends.version} 版的不同`} aside={`${differences.length} 处`}>
          <DifferenceRows differences={differences} />
        </Card>
      )}
      {draft.timeline.length > 0 ? <Story items={draft.timeline} /> : null}
      <SendBackOrDiscard
        about={policyDraftId}
        moves={offered}
        hint="写明哪一部分、要改成什么。送签人会看到"
        max={200}
        unwanted="不再需要这份草稿时用。"
        failure={sendBack.failure}
        onSendBack={async (reason) => (await sendBack.run({ ...id, reason })) !== null}
        onDiscard={() => make(() => discard.run(id))}
      />
    </Page>
  );
}
