import { codeOf, policiesOf, roomsOf } from '@shared/benefits/application/kind';
import type { Party } from '@shared/benefits/application/subject';
import { benefitsContract } from '@shared/benefits/contract';
import { kinds } from '@shared/benefits/kinds';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { settleConsents } from '../../forms/consents';
import { saveSection } from '../../forms/save-section';
import { forgetValues, unsealFrozen } from '../../forms/sealed-values';
import { readFrozen } from '../../forms/snapshots';
import { audit } from '../../platform/audit/audit';
import { countOpening } from '../../platform/sealed-openings';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { ownOf } from './files';
import { formOwnerOf, readApplicationForm, viewSection } from './form';
import { withChoices } from './offices';
import { holdsIt, partyOf, sees } from './parties';
import { headView, presentApplication } from './present';
import { type ApplicationHead, applicationOf, listedApplications } from './subjects';
import { isRequired } from './take-back';

const owners = new Map(kinds.map((kind) => [codeOf(kind), formOwnerOf(kind)]));

/** As what the caller reads it; whoever is let in is one of its parties. */
function partyIn(call: Call, application: ApplicationHead): Party {
  const party = partyOf(call, ownOf(application).kind, application);
  if (party === null) throw new Refused('NOT_FOUND');
  return party;
}

export const getApplication = procedure(benefitsContract.application, applicationOf, (call, _input, application) =>
  presentApplication(call, application, partyIn(call, application)),
);

/** One's own, those that are live first. */
export const myApplications = procedure(benefitsContract.applications, noSubject, async (call) => {
  const { rows } = await listedApplications(
    sql`a.applicant_id = ${me(call)}`,
    sql`order by a.live desc, a.changed_at desc limit 50`,
  ).execute(call.db);
  const today = shanghaiDate(call.now);
  return {
    applications: rows.map((row) => headView(ownOf(row).kind, row, 'applicant', today)),
    kinds: kinds.map((kind) => ({
      kind: codeOf(kind),
      kindZh: kind.zh,
      introZh: kind.introZh,
      policies: [...policiesOf(kind)],
      rooms: [...roomsOf(kind)],
    })),
  };
});

export const saveApplication = procedure(
  benefitsContract.saveApplication,
  applicationOf,
  async (call, input, application) => {
    const { kind } = ownOf(application);
    const owner = owners.get(application.kind);
    const filled = await withChoices(call.db, kind, application.regionId);
    const section = filled.sections.find(({ code }) => code === input.section);
    if (!owner || !section) throw new Refused('FORM_SECTION_CLOSED');
    return saveSection(call, owner, await readApplicationForm(call, application), input, (form) =>
      viewSection(filled, form, section),
    );
  },
);

/** Agrees to what goes to each receiver, or takes it back, while the form is open. */
export const agree = procedure(benefitsContract.agree, applicationOf, async (call, { consents }, application) => {
  const { kind } = ownOf(application);
  const form = await readApplicationForm(call, application);
  const ended = await settleConsents(
    call,
    { kind: application.kind, id: application.applicationId },
    {
      texts: kind.consents,
      consents: form.consents,
      wanted: consents,
      open: kind.lifecycle.states[application.state]?.editable === true,
    },
  );
  // What was kept for a consent that ends goes with it (PIPL art. 15, 47); for one that may be left out nothing was.
  if (ended.some((one) => isRequired(kind, one))) await forgetValues(call.db, [application.applicationId]);
  return presentApplication(call, application, 'applicant');
});

/** Opens a covered value of the latest submission to whoever holds the application in an office that may; counted, logged, shown to its owner. */
export const reveal = procedure(benefitsContract.reveal, applicationOf, async (call, { field }, application) => {
  const { kind } = ownOf(application);
  const party = partyIn(call, application);
  if (!holdsIt(call, kind, application, party)) throw new Refused('CASE_NOT_HELD', '您还没有受理这份申报，请先受理');
  const asked = kind.sections.flatMap(({ code, questions }) =>
    questions.filter(({ input, name }) => input === 'sealed' && `${code}.${name}` === field),
  );
  const frozen = await readFrozen(call, application.applicationId);
  const value = frozen?.sealed.get(field);
  if (!asked.some((question) => sees(party, question)) || !frozen || !value)
    throw new Refused('BENEFITS_NOTHING_TO_REVEAL');
  const owner = { kind: application.kind, id: application.applicationId };
  const subject = `${owner.kind}:${owner.id}`;
  await countOpening(call, { subject, field, regionId: application.regionId });
  await audit(call, subject, 'benefits/reveal', { field });
  return { value: unsealFrozen(call, owner, frozen.n, field, value) };
});
