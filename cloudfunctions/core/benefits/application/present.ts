import { type Clock, type ClockSpec, dueOf, inForce, reachedZh } from '@shared/benefits/application/clock';
import { deletion, isDeletable } from '@shared/benefits/application/deletable';
import type { ApplicationKind } from '@shared/benefits/application/kind';
import { lastOf, type Party } from '@shared/benefits/application/subject';
import { dueClock } from '@shared/cases/due';
import { standingOf } from '@shared/cases/standing';
import { type MoveRow, tellMoves } from '@shared/cases/timeline';
import { sealedField } from '@shared/forms/question';
import { officialCalendar } from '@shared/kernel/holidays';
import { shanghaiDate, startOfDay, toShanghai } from '@shared/kernel/shanghai';
import { readMoves } from '../../cases/timeline';
import { presentMaterial, presentMaterials } from '../../files/present-material';
import { readUploadRows } from '../../files/upload-rows';
import { isGiven } from '../../forms/consents';
import { readFrozen } from '../../forms/snapshots';
import type { Call } from '../../rpc/call';
import { filesShown, ownOf } from './files';
import { answersIn, filesSection, isSlotOpen, readApplicationForm, viewSection } from './form';
import { givenIn } from './given';
import { deskZh } from './nouns';
import { contactOf, deskOfParty, withChoices } from './offices';
import { holdsIt, isOwnMove, makerOf, sees } from './parties';
import { askedView, recordsView } from './records';
import type { ApplicationHead, ListedApplication } from './subjects';

/** The clock that runs for an application, with how its day was reached. */
export function clockView(kind: ApplicationKind, { state, clocks }: ListedApplication, today: string) {
  const spec: ClockSpec | undefined = (kind.clocks as Readonly<Record<string, ClockSpec | undefined>>)[state];
  const clock: Clock | undefined = spec && clocks[spec.clock];
  const due = clock ? dueOf(clock, officialCalendar) : null;
  return {
    ...dueClock(due?.due ?? null, due?.provisional ?? false, today),
    workdays: clock?.workdays ?? null,
    reachedZh: clock ? reachedZh(clock, startOfDay(today)) : null,
  };
}

/** What every page of an application is told alike. */
export function headView(kind: ApplicationKind, application: ListedApplication, party: Party, today: string) {
  const { applicationId, state, reference, version, regionZh, rank, details, organisationZh: officeZh } = application;
  const side = party === 'applicant' ? 'own' : 'staff';
  return {
    applicationId,
    kind: application.kind,
    kindZh: kind.zh,
    party,
    reference,
    regionZh,
    ...standingOf(kind.lifecycle, state, side),
    holderZh: kind.lifecycle.states[state]?.holder({ deskZh: deskZh(kind, regionZh), officeZh } as never) ?? null,
    clock: clockView(kind, application, today),
    rank,
    rankZh: details.rankZh ?? null,
    version,
  };
}

/** The stations of the way: passed, here, to come. */
function stationsOf(kind: ApplicationKind, { state, terms }: ApplicationHead) {
  const here = kind.stations.findIndex(({ states }) => states.includes(state));
  const specOf = (first = ''): ClockSpec | undefined => kind.clocks[first];
  const termOf = (first?: string): number | null => {
    const spec = specOf(first);
    return spec === undefined ? null : inForce(spec, terms).workdays;
  };
  return kind.stations.map(({ zh, byZh, states, workdays = null }, i) => ({
    zh,
    byZh,
    workdays: termOf(states[0]) ?? workdays,
    calendar: specOf(states[0])?.calendar === true,
    standing: here === -1 || i > here ? ('ahead' as const) : i < here ? ('passed' as const) : ('here' as const),
  }));
}

/** What its applicant reads: the form as it stands, what goes to whom, what happened. */
export async function ownView(call: Call, application: ApplicationHead) {
  const [kind, form, uploads] = await Promise.all([
    withChoices(call.db, ownOf(application).kind, application.regionId),
    readApplicationForm(call, application),
    readUploadRows(call.db, application.applicationId),
  ]);
  const given = await givenIn(call, kind, application, uploads);
  const answers = answersIn(kind, form);
  const faults = application.details.correction?.faults ?? [];
  return {
    introZh: kind.introZh,
    sections: kind.sections.map((section) => viewSection(kind, form, section)),
    slots: kind.slots.map((each) => {
      const { sight, needed, opensIn: _, document: __, ...slot } = each;
      return {
        ...slot,
        needed: needed(answers),
        open: isSlotOpen(kind, application, each),
        seenByZh: kind.desks.filter(({ party }) => sight.includes(party)).map(({ zh }) => zh),
        given: (given.get(slot.code) ?? []).map(({ upload, sourceZh }) => ({
          uploadId: upload.id,
          name: upload.name,
          sourceZh,
        })),
      };
    }),
    // What is on its way and what was refused, too: where the bytes pass the server by, a file is checked only when its timer comes.
    files: presentMaterials(uploads).map((file) => ({
      ...file,
      givenZh: uploads.find(({ id }) => id === file.uploadId)?.given_zh ?? null,
    })),
    handsIn:
      [kind.submits, ...(kind.supplies ?? [])].find(
        (name) => kind.lifecycle.moves[name]?.from.includes(application.state) === true,
      ) ?? null,
    filesFaults: faults.filter(({ section }) => section === filesSection).map(({ text }) => text),
    consents: kind.consents.map((text) => {
      const given = isGiven(form.consents, text) ? form.consents.find((one) => one.kind === text.kind) : undefined;
      return { ...text, givenAt: given ? toShanghai(Number(new Date(given.given_at))) : null };
    }),
  };
}

/** What an office reads: the latest submission, and of it the fields that are its own to see. */
export async function officeView(call: Call, application: ApplicationHead, party: Party) {
  const { kind } = ownOf(application);
  const [frozen, uploads] = await Promise.all([
    readFrozen(call, application.applicationId),
    readUploadRows(call.db, application.applicationId),
  ]);
  const parts = kind.sections.map(({ code, zh, questions }) => {
    const lines = frozen?.parts.find(({ section }) => section === code)?.lines ?? [];
    return {
      section: code,
      zh,
      lines: questions
        .filter((question) => sees(party, question))
        .flatMap(({ name, input }) => {
          const line = lines.find(({ field }) => field === name);
          // What may be left out and was, says nothing.
          return line && line.value !== ''
            ? [{ ...line, sealed: input === 'sealed' ? sealedField(code, name) : null }]
            : [];
        }),
    };
  });
  return {
    opens: holdsIt(call, kind, application, party),
    parts: parts.filter(({ lines }) => lines.length > 0),
    files: filesShown(kind, party, uploads, frozen).map((upload) => ({
      ...presentMaterial(upload, uploads),
      slotZh: kind.slots.find(({ code }) => code === upload.slot)?.zh ?? '',
    })),
  };
}

/** Who made a move, for whoever applied: the office that had it then. */
function officeZhOf(
  kind: ApplicationKind,
  { regionZh, organisations }: ApplicationHead,
  { move, at }: MoveRow,
): string {
  const party = makerOf(kind, move);
  const desk = deskOfParty(kind, party);
  return desk?.place === 'organisation'
    ? (lastOf(organisations, party, at)?.nameZh ?? desk.zh)
    : deskZh(kind, regionZh);
}

/** The moves as a party reads them: a reason is the applicant's where it is written for them, and of an office that gave it; nobody else's. */
const readBy = (
  kind: ApplicationKind,
  application: ApplicationHead,
  party: Party,
  moves: readonly MoveRow[],
): MoveRow[] =>
  moves.map((row) => {
    const own = isOwnMove(kind, application, party, row);
    const told = kind.lifecycle.moves[row.move]?.tellsReason === true && deskOfParty(kind, party)?.bare !== true;
    return own || told || party === 'applicant' ? row : { ...row, reason: null };
  });

/** How the rule came out: line by line for whoever applied and the office that checks it; for the others whether all holds. */
function judgedFor(kind: ApplicationKind, { details: { judged } }: ApplicationHead, party: Party) {
  const desk = deskOfParty(kind, party);
  if (!judged || desk?.bare) return null;
  return { ...judged, lines: party === 'applicant' || desk?.judged === 'lines' ? [...judged.lines] : [] };
}

/** An application for one reader, as their party. */
export async function presentApplication(call: Call, application: ApplicationHead, party: Party) {
  const { kind } = ownOf(application);
  const { correction: sent } = application.details;
  // What an office found is its own and the applicant's.
  const correction = sent && (party === 'applicant' || party === (sent.by ?? 'hr')) ? sent : null;
  const side = party === 'applicant' ? 'own' : 'staff';
  const offered = kind.lifecycle.movesFor(application, call.actor, call.now);
  const [moves, asked, own, office, contact] = await Promise.all([
    readMoves(call.db, application.applicationId),
    Promise.all(offered.map(({ move }) => askedView(call, kind, application, move))),
    party === 'applicant' ? ownView(call, application) : null,
    party === 'applicant' ? null : officeView(call, application, party),
    party === 'applicant' && application.organisationId !== null
      ? contactOf(call.db, application.organisationId)
      : null,
  ]);
  const sectionZh = (code: string) => kind.sections.find((section) => section.code === code)?.zh ?? '材料';
  return {
    ...headView(kind, application, party, shanghaiDate(call.now)),
    stations: stationsOf(kind, application),
    timeline: tellMoves(kind.lifecycle, readBy(kind, application, party, moves), side, (row) =>
      row.byPerson === application.applicantId ? '您' : officeZhOf(kind, application, row),
    ),
    moves: [
      ...offered.map(({ asks, ...one }, i) => ({
        ...one,
        asksReason: asks.includes('reason'),
        asksFaults: kind.returns.includes(one.move),
        leads: kind.leads.includes(one.move),
        asked: asked[i] ?? null,
      })),
      ...(party === 'applicant' && isDeletable(application)
        ? [{ ...deletion, asksReason: false, asksFaults: false, leads: false, asked: null }]
        : []),
    ],
    contact,
    records: recordsView(kind, application, party),
    judged: judgedFor(kind, application, party),
    correction: correction && {
      message: correction.message,
      sentAt: correction.sentAt,
      faults: correction.faults.map((fault) => ({ ...fault, sectionZh: sectionZh(fault.section) })),
    },
    faultSections: [...kind.sections.map(({ code, zh }) => ({ code, zh })), { code: filesSection, zh: '材料' }],
    own,
    office,
  };
}
