import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { offeredOf } from '../../../patterns/cases/offered';
import { ReasonSheet } from '../../../patterns/cases/reason-sheet';
import { SeldomMove } from '../../../patterns/cases/seldom-move';
import { useSheet } from '../../../patterns/cases/use-sheet';
import { useTopOf } from '../../../patterns/use-top-of';
import { Button } from '../../../ui/button';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Agreement } from './agreement';
import { OfferView } from './offer';
import { type Stay, useStay, useStayMoves } from './use-stay';
import { WaitingView } from './waiting';

/** How one stands with a place: in line, a place that is held until its hour, or an agreement with its rent. */
export function StayDesk({ applicationId }: { applicationId: string }) {
  const ask = useStay(applicationId);
  return (
    <AskedPage ask={ask} here={link('policy/stay', { applicationId })} missing="没有找到这份入驻申报">
      {(stay) => <Standing stay={stay} />}
    </AskedPage>
  );
}

/** The place is held and nobody has answered yet. */
const isOffered = ({ place }: Stay): boolean => place !== null && place.lapsesAt !== null;

function Standing({ stay }: { stay: Stay }) {
  const moves = useStayMoves(stay);
  const { sheet, open, close } = useSheet<'leave'>(moves.forget);
  const { applicationId, siteId, siteZh, own } = stay;
  useTopOf(stay.stateZh);
  return (
    <Page
      over={siteZh}
      title={titleOf(stay)}
      refused={sheet === null ? moves.failure?.message : null}
      action={own ? <Actions stay={stay} moves={moves} /> : undefined}
    >
      {isOffered(stay) ? <OfferView stay={stay} /> : null}
      {stay.line === null ? null : <WaitingView stay={stay} />}
      {stay.tenures.length === 0 ? null : <Agreement stay={stay} />}
      <Section title="还可以看">
        <ListRow
          id="to-application"
          title="申报材料和办理过程"
          onTap={() => go(own ? 'policy/application' : 'staff/application', { applicationId })}
        />
        <ListRow id="to-site" title="基地的位置图" onTap={() => go('policy/places', { siteId })} />
      </Section>
      {own ? <Seldom stay={stay} moves={moves} onLeave={() => open('leave')} /> : null}
      <ReasonSheet
        move="leave"
        about={applicationId}
        offered={offeredOf(stay.moves, 'leave')}
        hint="基地会看到"
        max={500}
        kind="danger"
        open={sheet === 'leave'}
        onClose={close}
        failure={moves.failure}
        onSend={async (reason) => {
          const done = await moves.send('leave', reason);
          if (done) close();
          return done;
        }}
      />
    </Page>
  );
}

interface Props {
  stay: Stay;
  moves: ReturnType<typeof useStayMoves>;
}

function Actions({ stay, moves }: Props) {
  const { place } = stay;
  if (place !== null && offeredOf(stay.moves, 'accept') !== null) {
    return (
      <View className="xh-pair-of-buttons xh-decisions">
        <Button id="decline" kind="secondary" onTap={() => moves.ask('decline')}>
          不要了
        </Button>
        <Button id="accept" busy={moves.busy} onTap={() => moves.ask('accept')}>
          {`接受 ${place.code}`}
        </Button>
      </View>
    );
  }
  const renewal = offeredOf(stay.moves, 'askRenewal');
  if (renewal === null || stay.renewalClosedZh !== null) return undefined;
  return (
    <Button id="askRenewal" busy={moves.busy} onTap={() => moves.ask('askRenewal')}>
      申请续期
    </Button>
  );
}

/** What is seldom needed stands under everything else. */
function Seldom({ stay, moves, onLeave }: Props & { onLeave: () => void }) {
  const leave = offeredOf(stay.moves, 'leave');
  const withdraw = offeredOf(stay.moves, 'withdraw');
  if (leave === null && withdraw === null) return null;
  return (
    <Section title="更多操作">
      {leave ? (
        <SeldomMove
          id="leave"
          offered={leave}
          kind="danger"
          about="不再使用这个位置时用，须写明原因。"
          onTap={onLeave}
        />
      ) : null}
      {withdraw ? (
        <SeldomMove
          id="withdraw"
          offered={withdraw}
          kind="text"
          about={stay.place === null ? '不想入驻时用，撤回后不再候补。' : '不想入驻时用，位置转给下一位。'}
          onTap={() => moves.ask('withdraw')}
        />
      ) : null}
    </Section>
  );
}

const titleOf = (stay: Stay): string => {
  const { place, line, stateZh, tenures } = stay;
  if (place !== null && isOffered(stay)) return `${place.code} ${place.typeZh}留给您`;
  if (line !== null) return `候补第 ${line.before + 1} 位，等${stay.wantsZh}`;
  const last = tenures[tenures.length - 1];
  return place !== null && last !== undefined ? `${place.code} ${place.typeZh}：${stateZh}` : stateZh;
};
