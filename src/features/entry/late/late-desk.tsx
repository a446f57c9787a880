import { lateCode } from '@shared/entry/late/late-code';
import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { deadlineZh } from '../../../client/day-words';
import { goInstead } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { TypedCodePage } from '../../../patterns/codes/typed-code-page';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { RadioList } from '../../../ui/fields/radio-list';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';

type Opened = Awaited<ReturnType<typeof api.entry.seeLateCode>>;

interface Props {
  /** As an address brought it. */
  code: string;
  /** The draft whose page this was opened from; '' for none. */
  entryId: string;
}

/** Where a late code is typed after sign-up has closed: it says what it opens, then a draft is finished by it or another one begun. */
export const LateDesk = ({ code: brought, entryId }: Props) => (
  <TypedCodePage
    title="使用补报码"
    zh={lateCode.zh}
    brought={brought}
    here={link('entry/late', { code: brought, entryId })}
    signIn={{ title: '登录后输入补报码', hint: '报名截止后，收到补报码的可以在这里继续报名。' }}
    see={api.entry.seeLateCode}
    about={
      <Notice tone="neutral">
        报名截止后，因故没能报名的，可向本县（市、区）赛场或大赛组委会说明情况，由其决定是否发给补报码。
      </Notice>
    }
  >
    {(opened, code, back) => <Opening code={code} opened={opened} entryId={entryId} onBack={back} />}
  </TypedCodePage>
);

const another = 'another';

/** What the code opens: one of the drafts that were not sent in, or another project. */
function Opening({
  code,
  opened,
  entryId,
  onBack,
}: {
  code: string;
  opened: Opened;
  entryId: string;
  onBack: () => void;
}) {
  const { regionZh, endsAt, drafts, tracks, groups } = opened;
  const admit = useChange(api.entry.admitLate, touches.entry);
  const start = useChange(api.entry.startLate, touches.entry);
  const [chosen, setChosen] = useState(
    drafts.find((draft) => draft.entryId === entryId)?.entryId ?? drafts[0]?.entryId ?? another,
  );
  const [trackCode, setTrack] = useState(tracks.length === 1 ? (tracks[0]?.code ?? '') : '');
  const [groupCode, setGroup] = useState('');
  const begins = chosen === another;
  const errors = useFieldErrors(admit.failure ?? start.failure, {
    code: null,
    trackCode: begins && trackCode === '' && '请选择赛道',
    groupCode: begins && groupCode === '' && '请选择组别',
  });
  async function send(): Promise<void> {
    if (!errors.complete()) return;
    const draft = drafts.find((each) => each.entryId === chosen);
    const answer = draft
      ? await admit.run({ code, entryId: draft.entryId, version: draft.version })
      : await start.run({ code, trackCode, groupCode });
    if (answer) await goInstead('entry/entry', { entryId: answer.entryId });
  }
  const refused = errors.of('code') ?? errors.general;
  return (
    <Page
      title={`可以在${regionZh}补报`}
      over="补报码"
      action={
        <>
          {refused === undefined || refused === null ? null : <Notice tone="error">{refused}</Notice>}
          <Button id="use-late" busy={admit.busy || start.busy} onTap={send}>
            {begins ? '开始填写' : '继续填写'}
          </Button>
        </>
      }
    >
      <Notice tone="info" title={`补报${deadlineZh(endsAt, serverNow())}`}>
        填好后请在此前提交，过时不能提交。补报码用过就不能再用，使用记录留存。
      </Notice>
      <Card>
        {drafts.length > 0 ? (
          <RadioList
            id="field-draft"
            label="补报哪个项目"
            options={[
              ...drafts.map((draft) => ({ value: draft.entryId, zh: draft.title, hint: `${draft.trackZh}，没有提交` })),
              { value: another, zh: '另报一个项目' },
            ]}
            value={chosen}
            onChange={setChosen}
          />
        ) : null}
        {begins ? (
          <>
            <RadioList
              id="field-trackCode"
              label="赛道"
              options={tracks.map((track) => ({ value: track.code, zh: track.zh }))}
              value={trackCode}
              error={errors.of('trackCode')}
              onChange={setTrack}
            />
            <RadioList
              id="field-groupCode"
              label="组别"
              options={groups.map((group) => ({ value: group.code, zh: group.zh, hint: group.hintZh }))}
              value={groupCode}
              error={errors.of('groupCode')}
              onChange={setGroup}
            />
          </>
        ) : null}
      </Card>
      <Button id="other-code" kind="text" onTap={onBack}>
        换一个补报码
      </Button>
    </Page>
  );
}
