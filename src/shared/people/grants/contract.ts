import * as z from 'zod/mini';
import { roleNames } from '../../kernel/actor';
import {
  change,
  count,
  cursor,
  date,
  done,
  instant,
  line,
  personName,
  phrase,
  read,
  search,
  spokenCode,
  uuid,
  version,
} from '../../kernel/contract';
import { codeRefusals, inviteCode } from './code-refusals';
import { codeDays } from './giving';
import { organisationKindNames } from './organisation-kinds';

const role = z.enum(roleNames);

/** Where a grant reaches. */
export const scopeShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('region'), regionId: z.string().check(z.maxLength(40)) }),
  z.object({ kind: z.literal('organisation'), organisationId: uuid }),
]);

/** A grant as the rules know it (`kernel/actor`), with its words. */
export const grantView = z.object({ role, scope: scopeShape, roleZh: z.string(), scopeZh: z.string() });

const said = (code: keyof typeof codeRefusals) => ({ status: 422, message: codeRefusals[code] });

const codeView = z.object({
  codeId: uuid,
  ...grantView.shape,
  /** For whom it was made, in its maker's words. */
  note: z.string(),
  uses: count,
  used: count,
  madeBy: z.string(),
  madeAt: instant,
  expiresAt: instant,
  /** When what it gives ends; null: not by itself. */
  endsAt: z.nullable(instant),
  /** Whether the reader may make it void. */
  voidable: z.boolean(),
});

const heldView = z.object({
  grantId: uuid,
  personId: uuid,
  nameZh: z.string(),
  ...grantView.shape,
  note: z.string(),
  /** Who gave it; null: the command with which the installation began, or the demo's making. */
  givenBy: z.nullable(z.string()),
  givenAt: instant,
  endsAt: z.nullable(instant),
  /** Whether the reader may take it back. */
  revocable: z.boolean(),
});

const organisationKind = z.enum(organisationKindNames);

const organisationView = z.object({
  organisationId: uuid,
  kind: z.string(),
  kindZh: z.string(),
  nameZh: z.string(),
  regionId: z.nullable(z.string()),
  /** Its region's name; 全市 for one of the whole city. */
  regionZh: z.string(),
  active: z.boolean(),
  members: count,
  /** Where whoever applies to it reaches it: which desk, phone, address; empty: not said. */
  deskZh: z.string(),
  phone: z.string(),
  addressZh: z.string(),
  version,
});

const outdated = { CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } };

/** Who is entrusted with what: codes by which people come, the list of who holds what, organisations. */
export const grantsContract = {
  /** Makes the caller what a code gives. Tries are counted, an hour a person and an address. */
  useGrantCode: change
    .meta({ change: true, watched: 'always', guessable: true })
    .input(z.object({ code: spokenCode(inviteCode), name: personName(30) }))
    .errors({
      PEOPLE_CODE_UNKNOWN: said('PEOPLE_CODE_UNKNOWN'),
      PEOPLE_CODE_EXPIRED: said('PEOPLE_CODE_EXPIRED'),
      PEOPLE_CODE_USED_UP: said('PEOPLE_CODE_USED_UP'),
      PEOPLE_CODE_USED_BEFORE: said('PEOPLE_CODE_USED_BEFORE'),
      PEOPLE_CODE_VOID: said('PEOPLE_CODE_VOID'),
      PEOPLE_CODE_ORGANISATION_OUT: said('PEOPLE_CODE_ORGANISATION_OUT'),
      PEOPLE_CODE_OWN: said('PEOPLE_CODE_OWN'),
      PEOPLE_AUDITOR_ALONE: said('PEOPLE_AUDITOR_ALONE'),
      PEOPLE_GRANT_HELD: said('PEOPLE_GRANT_HELD'),
    })
    .output(z.object({ ...grantView.shape, endsAt: z.nullable(instant) })),
  /** Makes a code; it is told this once. Sent again, the first is void. */
  makeGrantCode: change
    .meta({ change: true, answersAnew: true, watched: 'always' })
    .input(
      z.object({
        role,
        scope: scopeShape,
        note: line(30),
        uses: z.int().check(z.minimum(1), z.maximum(50)),
        days: z.enum(codeDays),
        /** The last day of what it gives; null: no end by itself. */
        endsOn: z.nullable(date),
      }),
    )
    .errors({
      PEOPLE_GRANT_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' },
      PEOPLE_MAY_NOT_GIVE: { status: 422, message: '您不能授予这项权限。需要的，请联系市级统筹人员' },
      PEOPLE_TOO_MANY_CODES: { status: 422, message: '您有 100 个邀请码还没有用完，请先作废不用的' },
    })
    .output(z.object({ codeId: uuid, code: z.string(), expiresAt: instant })),
  /** The codes that can still be used, the newest first; those of what the reader may give. */
  grantCodes: read
    .input(z.object({ cursor }))
    .errors(outdated)
    .output(z.object({ items: z.array(codeView), next: z.nullable(z.string()) })),
  /** A code that is to be used no more. Whoever came by it stays. */
  voidGrantCode: change
    .meta({ change: true, watched: 'always' })
    .input(z.object({ codeId: uuid }))
    .output(done),
  /** Who holds what, the newest first: all of it for the city and the supervisor, a region's for its lead, an organisation's for its members. */
  grants: read
    .input(
      z.object({
        role: z.nullish(role),
        regionId: z.nullish(z.string().check(z.maxLength(40))),
        q: search(30),
        cursor,
      }),
    )
    .errors(outdated)
    .output(z.object({ items: z.array(heldView), next: z.nullable(z.string()) })),
  /** Takes a grant back, at once: when this is answered, nothing is written any more by its right. */
  revokeGrant: change
    .meta({ change: true, watched: 'always' })
    .input(z.object({ grantId: uuid }))
    .errors({
      PEOPLE_LAST_CITY: {
        status: 422,
        message: '至少要有一名没有期限的市级统筹人员。请先授权给接任的人，再收回这一项',
      },
    })
    .output(done),
  /** What the caller may give, and where. */
  givingChoices: read.input(z.object({})).output(
    z.object({
      roles: z.array(
        z.object({ role, zh: z.string(), scopes: z.array(z.enum(['all', 'region', 'organisation'])), mostUses: count }),
      ),
      regions: z.array(z.object({ regionId: z.string(), nameZh: z.string() })),
      organisations: z.array(z.object({ organisationId: uuid, nameZh: z.string(), role })),
    }),
  ),
  /** The organisations whose people take part, by name; those of one's own for whoever is not the city's. */
  organisations: read
    .input(z.object({ cursor }))
    .errors(outdated)
    .output(z.object({ items: z.array(organisationView), next: z.nullable(z.string()) })),
  addOrganisation: change
    .meta({ change: true, watched: 'always' })
    .input(
      z.object({ kind: organisationKind, nameZh: phrase(30), regionId: z.nullable(z.string().check(z.maxLength(40))) }),
    )
    .errors({
      PEOPLE_GRANT_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' },
      PEOPLE_ORGANISATION_KNOWN: { status: 422, message: '已有同名机构，请核对' },
    })
    .output(organisationView),
  /** Its name, and whether it takes part: of one that does not, no grant counts. */
  changeOrganisation: change
    .meta({ change: true, watched: 'always' })
    .input(z.object({ organisationId: uuid, version, nameZh: phrase(30), active: z.boolean() }))
    .errors({
      PEOPLE_ORGANISATION_KNOWN: { status: 422, message: '已有同名机构，请核对' },
      PEOPLE_ORGANISATION_STALE: { status: 409, message: '同事刚改过这个机构，下面是现在的内容，请核对后再保存' },
    })
    .output(organisationView),
  /** Where it is reached, kept by its own people or the city. Desks, no persons' names. */
  saveOrganisationContact: change
    .meta({ change: true, watched: 'always' })
    .input(z.object({ organisationId: uuid, version, deskZh: line(30), phone: line(30), addressZh: line(100) }))
    .errors({
      PEOPLE_CONTACT_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' },
      PEOPLE_CONTACT_STALE: { status: 409, message: '同事刚改过联系方式，下面是现在的内容，请核对后再保存' },
    })
    .output(organisationView),
};
