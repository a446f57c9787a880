import type { Judged } from '@shared/benefits/application/details';
import { judgedOf } from '@shared/benefits/application/judged';
import { type ApplicationKind, policyFor } from '@shared/benefits/application/kind';
import type { Answers } from '@shared/forms/question';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { asKnown } from '@shared/policies/known';
import { opensFor } from '@shared/policies/opens';
import { answerOf } from '@shared/policies/policy';
import { type Known, knownFactsOf, versionsOn } from '../../policies/queries';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';

/**
 * Judges an application by the version of its policy that is in force today, with what is known of the applicant and what they answered here. What is
 * unknown is left to the office; what fails is refused before anything is handed in. Throws Refused BENEFITS_NOT_OPEN, BENEFITS_NOT_ELIGIBLE.
 */
export async function judgeApplication(
  call: Call,
  kind: ApplicationKind,
  { applicantId, born, answers }: { applicantId: string; born: string | null; answers: Answers },
): Promise<Judged> {
  const on = shanghaiDate(call.now);
  const [version] = await versionsOn(call.db, on, policyFor(kind, answers));
  if (!version?.definition) throw new Refused('BENEFITS_NOT_OPEN');
  // A demonstration that an official confirmed is read as none any more.
  const opens = opensFor(version, on, call.home.mode);
  if (!opens.ok) throw new Refused('BENEFITS_NOT_OPEN', opens.message);
  const known = await knownFactsOf(call.db, applicantId);
  const plain = Object.fromEntries(
    Object.entries(known).flatMap(([fact, one]) => (one === undefined ? [] : [[fact, (one as Known).value]])),
  );
  // What is answered in the application was asked for it, and is newer than what was said before.
  const told = { ...plain, ...kind.facts(answers), ...(born !== null && { age: born }) };
  const answer = answerOf({ ...version, ...version.definition }, asKnown(told, on), on);
  if (answer.verdict === null) throw new Refused('BENEFITS_NOT_OPEN');
  if (answer.verdict === 'fail') {
    const failed = answer.lines.filter(
      ({ kind: of, verdict, matters }) => of === 'leaf' && verdict === 'fail' && matters,
    );
    const why = failed.map(({ zh }) => `“${zh}”`).join('、');
    throw new Refused('BENEFITS_NOT_ELIGIBLE', `按填写的内容，不符合：${why}。填错了请改正；有疑问请联系窗口`);
  }
  return judgedOf(answer, answer.verdict, version.docNo);
}
