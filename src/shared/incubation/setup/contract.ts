import * as z from 'zod/mini';
import { placeTypeNames } from '../../benefits/kinds/incubator-place/place-types';
import { change, done, intake, line, machineText, phrase, read, text, uuid, version } from '../../kernel/contract';
import { mostOf, tooMany } from '../../kernel/most';
import { mostAtOnce, mostPlaces } from './codes';
import { highestFloor, lowestFloor } from './floors';

const placeId = z.int().check(z.minimum(1), z.maximum(2_000_000_000));
const fen = z.int().check(z.nonnegative(), z.maximum(mostOf.money, tooMany));
const bySite = z.object({ siteId: uuid });
const site = { siteId: uuid, nameZh: z.string(), regionZh: z.string(), addressZh: z.string(), aboutZh: z.string() };

const within = (least: number, most: number, zh: string) => z.int().check(z.minimum(least, zh), z.maximum(most, zh));
const months = within(1, 120, '请填写 1 至 120 的整月数');
const days = within(1, 366, '请填写 1 至 366 的天数');

/** By which rules a site lets its places (`terms.ts`). */
const placeTerms = z.object({
  passMark: within(0, 100_00, '请填写 0 至 100 分'),
  firstMonths: months,
  renewMonths: months,
  maxMonths: months,
  reliefPercent: z.array(within(0, 100, '请填写 0 至 100 的整数')).check(z.maxLength(5)),
  renewalDays: days,
  arrearsDays: days,
  sourceZh: line(100),
});

/** What a site says of itself to everybody. */
const siteWords = { nameZh: phrase(40), addressZh: phrase(100), aboutZh: text(300) };
const siteStale = {
  INCUBATION_SITE_STALE: { status: 409, message: '同事刚改过这个基地，下面是现在的内容，请核对后再保存' },
};

/** How an operator opens a site and sets up its floors, places and equipment. */
export const setupContract = {
  /** Where somebody may set up a site: regions, and their organisations that have none yet. */
  siteChoices: read.input(z.object({})).output(
    z.object({
      regions: z.array(z.object({ value: z.string(), zh: z.string() })),
      organisations: z.array(z.object({ value: uuid, zh: z.string() })),
    }),
  ),
  /** An operator's organisation opens its site; it has one, without places at first. */
  makeSite: intake
    .input(z.object({ organisationId: uuid, regionId: machineText(20), ...siteWords }))
    .errors({ INCUBATION_SITE_WRONG: { status: 422, message: '有内容没有填对，请看标出的地方' } })
    .output(bySite),
  /** A site as its people set it up, with every place, closed ones too. */
  siteSetup: read.input(bySite).output(
    z.object({
      ...site,
      version,
      terms: placeTerms,
      places: z.array(
        z.object({
          placeId,
          floor: z.int(),
          code: z.string(),
          type: z.enum(placeTypeNames),
          typeZh: z.string(),
          detailZh: z.string(),
          rentFen: fen,
          closed: z.boolean(),
          /** Somebody has it, or will. */
          taken: z.boolean(),
        }),
      ),
    }),
  ),
  saveSite: change
    .input(z.object({ siteId: uuid, version, ...siteWords }))
    .errors({ ...siteStale, INCUBATION_SITE_WRONG: { status: 422, message: '有内容没有填对，请看标出的地方' } })
    .output(done),
  /** By which rules it lets its places, for whatever is marked, offered, signed or renewed from then on; an agreement that stands keeps its rent. */
  saveSiteTerms: change
    .input(z.object({ siteId: uuid, version, ...placeTerms.shape }))
    .errors({ ...siteStale, INCUBATION_SITE_WRONG: { status: 422, message: '有内容没有填对，请看标出的地方' } })
    .output(done),
  /** Adds places, several with numbers that follow each other, or changes one (`placeId`). The rent holds for agreements that are made from then on. */
  savePlace: change
    .input(
      z.object({
        siteId: uuid,
        version,
        placeId: z.nullable(placeId),
        floor: z.int().check(z.minimum(lowestFloor, '请选择楼层'), z.maximum(highestFloor, '请选择楼层')),
        code: phrase(10),
        type: z.enum(placeTypeNames),
        detailZh: line(60),
        rentFen: fen,
        many: z.int().check(z.minimum(1), z.maximum(mostAtOnce, `一次最多加 ${mostAtOnce} 个`)),
      }),
    )
    .errors({
      ...siteStale,
      INCUBATION_PLACE_WRONG: { status: 422, message: '有内容没有填对，请看标出的地方' },
      INCUBATION_PLACE_TAKEN: { status: 422, message: '这个位置已经有人，不能改类型' },
      INCUBATION_SITE_FULL: { status: 422, message: `一个基地最多 ${mostPlaces} 个位置` },
    })
    .output(done),
  /** Closes a place that nobody has and nobody will, or opens it again. */
  closePlace: change
    .input(z.object({ siteId: uuid, version, placeId, closed: z.boolean() }))
    .errors({ ...siteStale, INCUBATION_PLACE_TAKEN: { status: 422, message: '这个位置有人在用或已约出，不能停用' } })
    .output(done),
};
