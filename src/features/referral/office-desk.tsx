import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { AskedPage } from '../../patterns/asked-page';
import { isMeant, type Offered } from '../../patterns/cases/offered';
import { ReasonSheet } from '../../patterns/cases/reason-sheet';
import { SeldomMove } from '../../patterns/cases/seldom-move';
import { Story } from '../../patterns/cases/story';
import { useMoves } from '../../patterns/cases/use-moves';
import { useSheet } from '../../patterns/cases/use-sheet';
import { Button } from '../../ui/button';
import { KeyValue } from '../../ui/lists/key-value';
import { ListRow } from '../../ui/lists/list-row';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { Tag } from '../../ui/tag';
import { Reasons } from './eligibility';
import { Packs } from './packs';
import { percentileZh } from './percentile-words';
import { type ReferralView, referralKey, useReferral } from './referral-view';
import { ResultSheet } from './result-sheet';

/** A referral before its region or the city: whether it may go up, where it stands, and what is to be done. */
export function OfficeDesk({ referralId }: { referralId: string }) {
  const ask = useReferral(referralId);
  return (
    <AskedPage ask={ask} here={link('staff/referral', { referralId })} missing="没有找到这份推荐">
      {(view) => <Shown view={view} />}
    </AskedPage>
  );
}

const ahead = ['confirm', 'accept'];

function Shown({ view }: { view: ReferralView }) {
  const { referralId, version, title, regionZh, stateZh, trackZh, awardZh, upperZh, docNo, moves, eligibility } = view;
  const [recording, setRecording] = useState(false);
  const change = useChange(api.referral.moveReferral, touches.referral);
  const acts = useMoves([change], referralKey(referralId));
  const { sheet: reasoned, open, close } = useSheet<Offered>(acts.forget);
  const make = (move: string, reason = '') => acts.make(() => change.run({ referralId, version, move, reason }));
  const tap = async (move: (typeof moves)[number]) => {
    if (move.asksReason) open(move);
    else if (move.danger === null || (await isMeant(move))) await make(move.move);
  };
  const first = moves.find(({ move }) => ahead.includes(move));
  const others = moves.filter((move) => move !== first);
  return (
    <Page
      over={[regionZh, trackZh, awardZh].join('，')}
      title={stateZh}
      refused={reasoned === null ? acts.failure?.message : null}
      {...(first || view.records
        ? {
            action: view.records ? (
              <Button id="record" onTap={() => setRecording(true)}>
                登记比赛结果
              </Button>
            ) : (
              <Button id={first?.move ?? ''} busy={acts.busy} onTap={() => first && void tap(first)}>
                {first?.label ?? ''}
              </Button>
            ),
          }
        : {})}
    >
      <Section title={title}>
        <KeyValue
          items={[
            { label: '上级赛事', value: `${upperZh}（${docNo}）` },
            { label: '本人同意', value: agreedZh(view) },
            { label: '本赛场名次', value: view.explainedZh === null ? '排序后显示' : percentileZh(view.percentile) },
          ]}
        />
        {view.explainedZh === null ? null : <Notice tone="neutral">{view.explainedZh}</Notice>}
      </Section>
      {eligibility === null ? null : (
        <Section title="推荐条件">
          <Reasons id="reason" eligibility={eligibility} />
        </Section>
      )}
      <Section title="报送的材料">
        {view.filesZh.map((name) => (
          <ListRow key={name} id={`file-${name}`} title={name} aside={<Tag>随材料包</Tag>} />
        ))}
      </Section>
      {view.packs === null ? null : <Packs referralId={referralId} packs={view.packs} />}
      <Story items={view.timeline} />
      {others.length === 0 ? null : (
        <Section title="更多操作">
          {others.map((move) => (
            <SeldomMove
              key={move.move}
              id={move.move}
              offered={move}
              kind={move.asksReason ? 'danger' : 'text'}
              about={move.danger ?? '办理后通知获奖人。'}
              onTap={() => void tap(move)}
            />
          ))}
        </Section>
      )}
      <ReasonSheet
        move={reasoned?.move ?? 'reason'}
        about={referralId}
        offered={reasoned}
        hint="获奖人会看到，请写明依据"
        max={300}
        kind="danger"
        open={reasoned !== null}
        onClose={close}
        failure={acts.failure}
        onSend={async (reason) => {
          const done = reasoned !== null && (await make(reasoned.move, reason));
          if (done) close();
          return done;
        }}
      />
      <ResultSheet view={view} open={recording} onClose={() => setRecording(false)} />
    </Page>
  );
}

const agreedZh = ({ consents }: ReferralView): string => {
  const given = consents.filter(({ givenAt }) => givenAt !== null);
  return given.length === 0 ? '还没有' : given.map(({ receiverZh }) => `可报送${receiverZh ?? ''}`).join('，');
};
