import type { Judged } from '@shared/benefits/application/details';
import { judgedOf } from '@shared/benefits/application/judged';
import type { ApplicationKind } from '@shared/benefits/application/kind';
import type { Answers } from '@shared/forms/question';
import { checkResidentId } from '@shared/kernel/resident-id';
import { asKnown } from '@shared/policies/known';
import { answerOf, standingOn } from '@shared/policies/policy';
import { shippedPolicies } from '../../policies/shipped';

/** The version of a policy that comes with the product and is in force on a day. */
export function shippedOn(code: string, day: string) {
  const found = shippedPolicies.find((policy) => policy.code === code && standingOn(policy, day) === 'inForce');
  if (!found) throw new Error(`No version of ${code} is in force on ${day}.`);
  return found;
}

/** How an application comes out under its policy on the day on which it is handed in; whoever would be refused is no file of the demo. */
export function judgedOn(kind: ApplicationKind, answers: Answers, idNumber: string, on: string): Judged {
  const version = shippedOn(kind.policy, on);
  const born = checkResidentId(idNumber, on);
  const told = { ...kind.facts(answers), ...(born.ok && { age: born.birthDate }) };
  const answer = answerOf(version, asKnown(told as Parameters<typeof asKnown>[0], on), on);
  if (answer.verdict === null || answer.verdict === 'fail')
    throw new Error(
      `A file of ${kind.zh} would be refused: ${answer.lines
        .filter(({ verdict, matters }) => matters && verdict === 'fail')
        .map(({ zh }) => zh)
        .join(', ')}`,
    );
  return judgedOf(answer, answer.verdict, version.docNo);
}
