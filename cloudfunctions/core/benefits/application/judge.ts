import type { Judged } from '@shared/benefits/application/details';
import { judgedOf } from '@shared/benefits/application/judged';
import { type ApplicationKind, policyFor } from '@shared/benefits/application/kind';
import type { Answers } from '@shared/forms/question';
import { shanghaiDate } from '@shared/kernel/shanghai';
import type { FactName } from '@shared/policies/facts';
import { asKnown } from '@shared/policies/known';
import { opensFor } from '@shared/policies/opens';
import { answerOf, type PolicyAnswer } from '@shared/policies/policy';
import { type Known, knownFactsOf, versionsOn } from '../../policies/queries';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';

/** Who applies, as the rule sees them: `born` from their identity number, the answers of the form by `section.name`. */
type Case = { applicantId: string; born: string | null; answers: Answers };

/** How the version in force on a day answers, by what is known of the applicant and what they answered here; null: there is none that could. */
async function answered(call: Call, kind: ApplicationKind, { applicantId, born, answers }: Case, on: string) {
  const [version] = await versionsOn(call.db, on, policyFor(kind, answers));
  if (!version?.definition) return null;
  const known = await knownFactsOf(call.db, applicantId);
  const plain = Object.fromEntries(
    Object.entries(known).flatMap(([fact, one]) => (one === undefined ? [] : [[fact, (one as Known).value]])),
  );
  // What is answered in the application was asked for it, and is newer than what was said before.
  const told = toldIn(kind, born, answers);
  return { version, answer: answerOf({ ...version, ...version.definition }, asKnown({ ...plain, ...told }, on), on) };
}

/** What the application itself tells the rule. */
const toldIn = (kind: ApplicationKind, born: string | null, answers: Answers) => ({
  ...kind.facts(answers),
  ...(born !== null && { age: born }),
});

/** The conditions that fail it, each in “”. */
const failing = ({ lines }: PolicyAnswer, of: (fact: FactName) => boolean): string =>
  lines
    .filter(({ kind, verdict, matters, fact }) => kind === 'leaf' && verdict === 'fail' && matters && fact && of(fact))
    .map(({ zh }) => `“${zh}”`)
    .join('、');

const notEligible = (why: string) =>
  new Refused('BENEFITS_NOT_ELIGIBLE', `按填写的内容，不符合：${why}。填错了请改正；有疑问请联系窗口`);

/**
 * Judges an application by the version of its policy that is in force today, with what is known of the applicant and what they answered here. What is
 * unknown is left to the office; what fails is refused before anything is handed in. Throws Refused BENEFITS_NOT_OPEN, BENEFITS_NOT_ELIGIBLE.
 */
export async function judgeApplication(call: Call, kind: ApplicationKind, of: Case): Promise<Judged> {
  const on = shanghaiDate(call.now);
  const found = await answered(call, kind, of, on);
  if (found === null) throw new Refused('BENEFITS_NOT_OPEN');
  const { version, answer } = found;
  // A demonstration that an official confirmed is read as none any more.
  const opens = opensFor(version, on, call.home.mode);
  if (!opens.ok) throw new Refused('BENEFITS_NOT_OPEN', opens.message);
  if (answer.verdict === null) throw new Refused('BENEFITS_NOT_OPEN');
  if (answer.verdict === 'fail') throw notEligible(failing(answer, () => true));
  return judgedOf(answer, answer.verdict, version.docNo);
}

/**
 * What an office asked for later changes nothing of what was judged, and must not turn it over: the answers that were changed for it are held against the
 * version and the day of then. What became known elsewhere since is no matter here. Throws Refused BENEFITS_NOT_ELIGIBLE.
 */
export async function insistStillFits(call: Call, kind: ApplicationKind, judged: Judged, of: Case): Promise<void> {
  if (policyFor(kind, of.answers) !== judged.policy)
    throw new Refused('BENEFITS_NOT_ELIGIBLE', '这样改要按另一项政策办理，请改回来，或撤回后重新申报');
  const found = await answered(call, kind, of, judged.on);
  if (found?.answer.verdict !== 'fail') return;
  const told = toldIn(kind, of.born, of.answers);
  const why = failing(found.answer, (fact) => Object.hasOwn(told, fact));
  if (why !== '') throw notEligible(why);
}
