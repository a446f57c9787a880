import { sealablePhone } from '@shared/forms/sealing';
import { makeUuidV7 } from '@shared/kernel/id';
import { addDays, shanghaiDate, weekday } from '@shared/kernel/shanghai';
import { trainerConsent } from '@shared/training/enrolment/consent';
import type { Half, HalfDay } from '@shared/training/half-day';
import { sealedPlace } from '../forms/sealed-values';
import { seal } from '../platform/crypto/seal';
import { at, json } from '../platform/schema';
import { tidyClasses } from '../training/class/by-the-clock';
import { trainingSchool } from './organisations';
import { personaId } from './personas';
import type { Player } from './player';
import { syntheticName, syntheticPhone } from './synthetic';

const day = 86_400_000;

/** Half-days of a class from a day on, on working weekdays, until its hours are full. */
function halfDaysFrom(first: string, hours: number, each: number): HalfDay[] {
  const halfDays: HalfDay[] = [];
  let left = hours;
  for (let date = first; left > 0; date = addDays(date, 1)) {
    if (weekday(date) === 0 || weekday(date) === 6) continue;
    for (const half of ['am', 'pm'] as const satisfies readonly Half[]) {
      if (left <= 0) break;
      halfDays.push({ day: date, half, hours: Math.min(each, left) });
      left -= each;
    }
  }
  return halfDays;
}

/** A trainer's two classes, one nearly full and one that has begun, and a topic that one more has to want. Names and numbers are synthetic. */
export async function seedTraining(player: Player, now: number): Promise<void> {
  const begun = await openClass(player, now - 9 * day, {
    course: 'GYB',
    title: '产生你的企业想法 第 2 期',
    capacity: 20,
    halfDays: halfDaysFrom(shanghaiDate(now - 3 * day), 24, 4),
  });
  await fill(player, begun, 800, 12, now - 8 * day);
  player.setTime(now - 60_000);
  await tidyClasses(player.home);
  const open = await openClass(player, now - 5 * day, {
    course: 'SYB',
    title: '创办你的企业 第 3 期',
    capacity: 30,
    halfDays: halfDaysFrom(shanghaiDate(now + 13 * day), 72, 4),
  });
  await fill(player, open, 820, 28, now - 4 * day);
  player.setTime(now - 3 * day);
  const { topicId } = await player.ask<{ topicId: string }>(personaId('city'), 'training/addTopic', {
    title: '短视频带货和直播',
    about: '选品、脚本、直播间搭建和售后，适合卖山货、手工品的项目',
  });
  const people = await newPeople(player, 850, 14, now - 2 * day);
  await player.home.db
    .insertInto('topic_wish')
    .values(people.map((person_id, i) => ({ topic_id: topicId, person_id, rank: 4, wanted_at: at(now - 2 * day + i) })))
    .execute();
}

type Plan = { course: string; title: string; capacity: number; halfDays: HalfDay[] };

async function openClass(player: Player, when: number, plan: Plan): Promise<string> {
  player.setTime(when);
  const { classId } = await player.ask<{ classId: string }>(personaId('trainer-1'), 'training/proposeClass', {
    organisationId: trainingSchool.id,
    room: '尧都区创业培训楼 301 室（演示）',
    ...plan,
  });
  await player.ask(personaId('city'), 'training/moveClass', { classId, version: 1, move: 'approve', reason: '' });
  return classId;
}

/** Synthetic people by their numbers. */
async function newPeople({ home }: Player, first: number, count: number, when: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, i) => ({
    id: makeUuidV7(when, home.random(10)),
    openid: null,
    persona: null,
    display_name: syntheticName(first + i),
    phone_sealed: null,
    phone_masked: null,
    created_at: at(when),
  }));
  await home.db.insertInto('person').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Puts synthetic people into the first seats of a class, as if each had enrolled. */
async function fill(player: Player, classId: string, first: number, count: number, when: number): Promise<void> {
  const { db, keys, random } = player.home;
  const consent = trainerConsent(trainingSchool.name_zh);
  const people = await newPeople(player, first, count, when);
  const seats = people.map((personId, i) => ({
    id: makeUuidV7(when, random(10)),
    personId,
    seat: i + 1,
    name: syntheticName(first + i),
    phone: sealablePhone(syntheticPhone(first + i)),
  }));
  const subjects = seats.map(({ id }) => ({ id, kind: 'enrolment', created_at: at(when) }));
  await db.insertInto('subject').values(subjects).execute();
  await db
    .insertInto('enrolment')
    .values(
      seats.map(({ id, personId, seat, name }) => ({
        id,
        state: 'confirmed' as const,
        waits: null,
        version: 2,
        changed_at: at(when),
        class_id: classId,
        person_id: personId,
        name,
        rank: 4,
        asked_at: at(when + seat),
        seat,
      })),
    )
    .execute();
  await db
    .insertInto('sealed_value')
    .values(
      seats.flatMap(({ id, phone }) => {
        if (!phone.ok) return [];
        const { plain, masked } = phone.value;
        const place = sealedPlace({ kind: 'enrolment', id }, 'person.phone');
        return [
          { subject_id: id, field: 'person.phone', sealed: seal(plain, keys[0], place), masked, set_at: at(when) },
        ];
      }),
    )
    .execute();
  await db
    .insertInto('consent')
    .values(
      seats.map(({ id, personId }) => ({
        id: makeUuidV7(when, random(10)),
        subject_id: id,
        person_id: personId,
        kind: consent.kind,
        text_version: consent.version,
        shown: json(consent),
        given_at: at(when),
      })),
    )
    .execute();
}
