import { icsOf } from '@shared/competition/calendar';
import { link } from '@shared/routes';
import { halves } from '@shared/training/half-day';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { addToCalendar } from '../../../client/calendar/add-to-calendar';
import { dayZh, formatDateZh } from '../../../client/day-words';
import { goSignIn } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { sentenceOf } from '../../../client/transport/failure';
import { useShare } from '../../../client/use-share';
import { AskedPage } from '../../../patterns/asked-page';
import { ClosingNote } from '../../../patterns/closing-note';
import { Button } from '../../../ui/button';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { toast } from '../../../ui/sheets/toast';
import { onWeb } from '../../../ui/spoken';
import { type ClassView, useClass } from '../class-view';
import { halfDayZh } from '../half-day-words';
import { seatsZh } from '../open/class-rows';
import { classDays } from './calendar';
import { EnrolSheet } from './enrol-sheet';
import { OwnPartOf } from './own-part';

/** A class for whoever thinks of it, and for whoever is in it. */
export function ClassPage({ classId }: { classId: string }) {
  const ask = useClass(classId);
  useShare(ask.data?.title ?? '创业培训班', 'policy/class', { classId });
  return (
    <AskedPage ask={ask} here={link('policy/class', { classId })} missing="没有找到这个培训班">
      {(view) => <Class view={view} />}
    </AskedPage>
  );
}

/** How it stands, for its reader. */
const titleOf = ({ own, closedZh, stateZh, ...seats }: ClassView): string =>
  own !== null && (own.live || own.certificate !== null) ? own.stateZh : closedZh === null ? seatsZh(seats) : stateZh;

function Class({ view }: { view: ClassView }) {
  const { own, title, organisationZh, reason } = view;
  return (
    <Page over={`${title}，${organisationZh}`} title={titleOf(view)} action={<Action view={view} />}>
      {reason === null ? null : (
        <Notice tone="warn" title="取消开班的原因">
          {reason}
        </Notice>
      )}
      <ClosingNote scopes={['module:training']} />
      {own === null ? null : <OwnPartOf view={view} own={own} />}
      <Facts view={view} />
      <Days view={view} />
    </Page>
  );
}

/** The one thing to do now. */
function Action({ view }: { view: ClassView }) {
  const { classId, own, prefill, closedZh } = view;
  const [open, setOpen] = useState(false);
  const accept = useChange(api.training.accept, touches.training);
  if (own?.live) {
    if (own.offerEndsAt === null || prefill === null) return null;
    const { enrolmentId, version, known } = own;
    const take = async () => {
      if (!known) return setOpen(true);
      await accept.run({ enrolmentId, version, details: null });
    };
    return (
      <>
        {accept.failure ? <Notice tone="error">{accept.failure.message}</Notice> : null}
        <Button id="accept" busy={accept.busy} onTap={take}>
          接受名额
        </Button>
        <EnrolSheet
          view={view}
          prefill={prefill}
          offered={{ enrolmentId, version }}
          open={open}
          onClose={() => setOpen(false)}
        />
      </>
    );
  }
  if (closedZh !== null) return null;
  const zh = view.free > 0 && view.waiting === 0 ? '报名' : '报名候补';
  return (
    <>
      <Button id="enrol" onTap={() => (prefill === null ? goSignIn(link('policy/class', { classId })) : setOpen(true))}>
        {prefill === null ? `登录后${zh}` : zh}
      </Button>
      {prefill === null ? null : (
        <EnrolSheet view={view} prefill={prefill} offered={null} open={open} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function Facts({ view }: { view: ClassView }) {
  const { courseZh, course, room, startsAt, lastDay, hours, hoursNeeded, needsPlan, needsTest, sourceZh } = view;
  const also = [...(needsPlan ? ['创业计划书合格'] : []), ...(needsTest ? ['考核合格'] : [])];
  return (
    <Section title="班级">
      <KeyValue
        items={[
          { label: '课程', value: `${courseZh}（${course}）` },
          { label: '时间', value: `${dayZh(startsAt)}至${formatDateZh(lastDay)}` },
          { label: '地点', value: room },
          { label: '课时', value: `${hours} 课时` },
          { label: '名额', value: seatsZh(view) },
          { label: '结业', value: [`到课满 ${hoursNeeded} 课时`, ...also].join('，') },
          { label: '依据', value: sourceZh },
        ]}
      />
    </Section>
  );
}

/** Its half-days, and the way into one's calendar. */
function Days({ view }: { view: ClassView }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const days = classDays(view);
  const add = async () => {
    setRefusal(null);
    try {
      if ((await addToCalendar(days, icsOf(view.classId, days, serverNow()))) && !onWeb) toast('已加入日历');
    } catch (error) {
      setRefusal(sentenceOf(error) ?? null);
    }
  };
  return (
    <Section title="课表">
      {view.days.map((halfDay, i) => (
        <View key={`${halfDay.day}-${halfDay.half}`} className="xh-pair">
          <View className="xh-pair-label">{halfDayZh(halfDay)}</View>
          <View className="xh-pair-value">
            {`${halves[halfDay.half].fromZh} 开始，${halfDay.hours} 课时${view.own?.present.includes(i + 1) ? '，已到课' : ''}`}
          </View>
        </View>
      ))}
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      {view.live ? (
        <Button id="add-to-calendar" kind="secondary" onTap={add}>
          加入日历
        </Button>
      ) : null}
    </Section>
  );
}
