import { announcementSlots } from '@shared/competition/announcement/slots';
import { momentZh } from '@shared/kernel/moment-words';
import { isBlank } from '@shared/kernel/typed/unseen';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useAskAgain } from '../../../client/cache/use-ask-again';
import { useChange } from '../../../client/cache/use-change';
import { go, goInstead } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { isMeant, offeredOf } from '../../../patterns/cases/offered';
import { Story } from '../../../patterns/cases/story';
import { useMoves } from '../../../patterns/cases/use-moves';
import { SlotCard } from '../../../patterns/files/slot-card';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast, toastThere } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';
import { announcementTransfers } from './announcement-transfers';

type Kept = Awaited<ReturnType<typeof api.competition.keptAnnouncement>>;

const keyOf = (announcementId: string) => ['competition', 'keptAnnouncement', announcementId];

/** One announcement as its keepers see it: written, with its file, published, withdrawn, written anew. */
export function KeptDesk({ announcementId }: { announcementId: string }) {
  const ask = useAsk(keyOf(announcementId), () => api.competition.keptAnnouncement({ announcementId }));
  useAskAgain(ask.data?.files.some(({ state }) => state === 'checking') ?? false, ask.refetch);
  return (
    <AskedPage ask={ask} here={link('staff/announcement', { announcementId })} missing="没有找到这个公告">
      {(kept) => <Work kept={kept} />}
    </AskedPage>
  );
}

function Work({ kept }: { kept: Kept }) {
  const { announcementId, version, moves: offered } = kept;
  const form = useTypedForm('announcement', announcementId);
  const [title, setTitle] = form.field('title', kept.title);
  const [body, setBody] = form.field('body', kept.body);
  const edit = useChange(api.competition.editAnnouncement, touches.competition);
  const publish = useChange(api.competition.publishAnnouncement, touches.competition);
  const withdraw = useChange(api.competition.withdrawAnnouncement, touches.competition);
  const remove = useChange(api.competition.deleteAnnouncement, touches.competition);
  const { make, busy, failure } = useMoves([edit, publish, withdraw, remove], keyOf(announcementId));
  const [publishing, withdrawing] = [offeredOf(offered, 'publish'), offeredOf(offered, 'withdraw')];
  const writable = kept.editable && publishing !== null;
  const changed = title !== kept.title || body !== kept.body;
  const errors = useFieldErrors(failure, { title: null, body: null });
  const empty = isBlank(title) || isBlank(body);

  /** Saves what was typed; the version that stands then, null when it was refused. */
  const saved = async (): Promise<number | null> => {
    if (!changed) return version;
    const answer = await edit.run({ announcementId, version, title, body });
    if (!answer) return null;
    form.saved();
    return answer.version;
  };
  const save = () =>
    make(async () => {
      const now = await saved();
      if (now !== null) toast('已保存');
      return now;
    });
  const release = async () => {
    if (!publishing || !(await isMeant(publishing))) return;
    const done = await make(async () => {
      const now = await saved();
      return now === null ? null : publish.run({ announcementId, version: now });
    });
    if (done) toast('已发布');
  };
  const takeBack = async () => {
    if (!withdrawing || !(await isMeant(withdrawing))) return;
    if (await make(() => withdraw.run({ announcementId, version }))) toast('已撤回');
  };
  const discard = async () => {
    if (!(await confirmDanger({ title: '删除草稿', body: '草稿和附件都会删除，不能恢复。', confirm: '删除' }))) return;
    if (!(await make(() => remove.run({ announcementId, version })))) return;
    form.sent();
    toastThere('草稿已删除');
    await goInstead('staff/announcements');
  };

  return (
    <Page
      refused={errors.general}
      title={kept.regionZh === null ? '全市公告' : `${kept.regionZh}公告`}
      action={
        writable ? (
          <Button id="publish" busy={busy} disabled={empty} onTap={release}>
            发布
          </Button>
        ) : withdrawing ? (
          <Button id="withdraw" kind="secondary" busy={busy} onTap={takeBack}>
            撤回
          </Button>
        ) : undefined
      }
    >
      {failure?.code === 'CASE_STALE' && changed ? (
        <Notice tone="warn" title="同事刚保存的内容">
          {`${kept.title}：${kept.body}`}
        </Notice>
      ) : null}
      <Section title="内容" aside={<Tag tone={kept.tone}>{kept.stateZh}</Tag>}>
        {kept.publishedAt === null ? null : (
          <View className="xh-row-detail">{`最近发布 ${momentZh(kept.publishedAt)}`}</View>
        )}
        {writable ? (
          <>
            <TextField
              id="field-title"
              label="标题"
              max={40}
              value={title}
              onChange={setTitle}
              error={isBlank(title) ? '请填写标题' : errors.of('title')}
            />
            <TextArea
              id="field-body"
              label="正文"
              hint="写明什么事、什么时间、找谁办"
              max={2000}
              value={body}
              onChange={setBody}
              error={isBlank(body) ? '请填写正文' : errors.of('body')}
            />
            <Button id="save" kind="secondary" busy={busy} disabled={!changed || empty} onTap={save}>
              {changed ? '保存修改' : '已保存'}
            </Button>
          </>
        ) : (
          <>
            <View className="xh-row-text">{kept.title}</View>
            <View className="xh-prose">{kept.body}</View>
          </>
        )}
      </Section>
      <Attachment kept={kept} writable={writable} />
      {kept.live ? (
        <Button id="see" kind="text" onTap={() => go('open/announcement', { announcementId })}>
          看公开页面
        </Button>
      ) : null}
      {kept.timeline.length === 0 ? null : <Story items={kept.timeline} />}
      {writable && kept.publishedAt === null ? (
        <Button id="delete" kind="text" onTap={discard}>
          删除草稿
        </Button>
      ) : null}
    </Page>
  );
}

function Attachment({ kept, writable }: { kept: Kept; writable: boolean }) {
  const { open, refusal } = useOpenFile(api.competition.openPublicFile);
  const remove = useChange(api.competition.removeAnnouncementFile, touches.competition);
  const giveUp = useChange(api.competition.cancelAnnouncementFile, touches.competition);
  const [slot] = announcementSlots;
  if (!slot || (!writable && kept.files.length === 0)) return null;
  return (
    <>
      <SlotCard
        subjectId={kept.announcementId}
        slot={slot}
        need={{ asked: true, needed: false, why: '发布后任何人都能打开' }}
        materials={kept.files}
        transfers={announcementTransfers}
        editable={writable}
        onOpen={open}
        shutZh=""
        onRemove={(uploadId) => remove.run({ uploadId })}
        onGiveUp={(uploadId) => giveUp.run({ uploadId })}
      />
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      {remove.failure ? <Notice tone="error">{remove.failure.message}</Notice> : null}
    </>
  );
}
