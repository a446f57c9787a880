import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { dayZh, formatDateZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { isMeant, offeredOf } from '../../../patterns/cases/offered';
import { ReasonSheet } from '../../../patterns/cases/reason-sheet';
import { SeldomMove } from '../../../patterns/cases/seldom-move';
import { Story } from '../../../patterns/cases/story';
import { useSheet } from '../../../patterns/cases/use-sheet';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/fields/segmented';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { type ClassDeskView, useClassDesk } from '../class-view';
import { isAhead, seatsZh } from '../open/class-rows';
import { Attendance } from './attendance';
import { Completion } from './completion';
import { People } from './people';

/** A class as its trainer holds it, and as the city confirms it and looks on. */
export function ClassDesk({ classId }: { classId: string }) {
  const ask = useClassDesk(classId);
  return (
    <AskedPage ask={ask} here={link('staff/class', { classId })} missing="没有找到这个培训班">
      {(view) => <Held view={view} />}
    </AskedPage>
  );
}

type Part = 'people' | 'attendance' | 'completion';
const parts = [
  { value: 'people', zh: '名单' },
  { value: 'attendance', zh: '考勤' },
  { value: 'completion', zh: '结业' },
] as const;

type Reasoned = 'decline' | 'cancel';
type Change = ReturnType<typeof useChange<Parameters<typeof api.training.moveClass>[0], unknown>>;

function Held({ view }: { view: ClassDeskView }) {
  const change = useChange(api.training.moveClass, touches.training);
  const { sheet, open, close } = useSheet<Reasoned>(change.clear);
  const [part, setPart] = useState<Part>(
    view.days.some(({ savedAt, shutZh }) => savedAt !== null || shutZh === null) ? 'attendance' : 'people',
  );
  return (
    <Page
      over={`${view.title}，${view.organisationZh}`}
      title={`${view.stateZh}，${isAhead(view) ? seatsZh(view) : `${view.capacity - view.free} 人`}`}
      action={
        offeredOf(view.moves, 'approve') === null ? undefined : (
          <Confirm view={view} change={change} said={sheet === null} onDecline={() => open('decline')} />
        )
      }
    >
      <Section title="班级">
        <KeyValue
          items={[
            { label: '课程', value: view.courseZh },
            { label: '时间', value: `${dayZh(view.startsAt)}至${formatDateZh(view.lastDay)}` },
            { label: '地点', value: view.room },
            { label: '课时', value: `${view.hours} 课时，${view.halfDays} 个半天` },
          ]}
        />
      </Section>
      <Segmented id="part" label="看什么" options={parts} value={part} onChange={setPart} />
      {part === 'people' ? <People view={view} /> : null}
      {part === 'attendance' ? <Attendance view={view} /> : null}
      {part === 'completion' ? <Completion view={view} /> : null}
      <Seldom view={view} onCancel={() => open('cancel')} />
      <Story items={view.timeline} />
      {reasons.map(({ move, hint }) => (
        <Reason key={move} view={view} move={move} hint={hint} change={change} open={sheet === move} onClose={close} />
      ))}
    </Page>
  );
}

const reasons = [
  { move: 'decline', hint: '培训机构会看到' },
  { move: 'cancel', hint: '报名的人会看到' },
] as const;

interface ReasonProps {
  view: ClassDeskView;
  move: Reasoned;
  hint: string;
  change: Change;
  open: boolean;
  onClose: () => void;
}

/** What is said to whom it concerns; it stays with what was written when the class went another way meanwhile. */
const Reason = ({ view: { classId, version, moves }, move, hint, change, open, onClose }: ReasonProps) => (
  <ReasonSheet
    move={move}
    about={classId}
    offered={offeredOf(moves, move)}
    hint={hint}
    max={300}
    kind="danger"
    open={open}
    onClose={onClose}
    failure={change.failure}
    onSend={async (reason) => {
      const done = await change.run({ classId, version, move, reason });
      if (done) onClose();
      return done !== null;
    }}
  />
);

interface ConfirmProps {
  view: ClassDeskView;
  change: Change;
  /** The refusal stands here, since no sheet is open. */
  said: boolean;
  onDecline: () => void;
}

/** The city confirms what a trainer planned. */
function Confirm({ view: { classId, version, moves }, change, said, onDecline }: ConfirmProps) {
  const approve = offeredOf(moves, 'approve');
  const decline = offeredOf(moves, 'decline');
  if (approve === null) return null;
  return (
    <>
      {change.failure && said ? <Notice tone="error">{change.failure.message}</Notice> : null}
      <Button
        id="approve"
        disabled={approve.closed !== null}
        busy={change.busy}
        onTap={async () => {
          if (await isMeant(approve)) await change.run({ classId, version, move: 'approve', reason: '' });
        }}
      >
        {approve.label}
      </Button>
      {decline === null ? null : (
        <Button id="decline" kind="text" onTap={onDecline}>
          {decline.label}
        </Button>
      )}
    </>
  );
}

/** What is seldom done: another time, calling it off. */
function Seldom({ view: { classId, moves, holds, live }, onCancel }: { view: ClassDeskView; onCancel: () => void }) {
  const cancel = offeredOf(moves, 'cancel');
  if (cancel === null || !live) return null;
  return (
    <Section title="变动">
      {holds && cancel.closed === null ? (
        <Button id="reschedule" kind="secondary" onTap={() => go('staff/class-plan', { classId })}>
          改时间地点
        </Button>
      ) : null}
      <SeldomMove
        id="cancel"
        offered={cancel}
        kind="text"
        about="开不了班时用，报名的人会收到通知。"
        onTap={onCancel}
      />
    </Section>
  );
}
