import { benefitsContract } from '@shared/benefits/contract';
import { exampleOf } from '@shared/benefits/loan/example';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { type Version, versionsOn } from '../../policies/queries';
import { type Load, procedure } from '../../rpc/procedure';
import { insist } from '../../rpc/refused';

/** The version of the day of the contract; a policy of another kind has no interest to speak of. */
const loanVersion: Load<{ code: string; contractOn: string | null }, Version> = async (call, { code, contractOn }) => {
  const [version] = await versionsOn(call.db, contractOn ?? shanghaiDate(call.now), code);
  return version?.kind === 'guaranteed-loan' ? version : null;
};

/** A worked example with the caller's own figures; a version that is words alone has none of its own. */
export const loanExample = procedure(benefitsContract.loanExample, loanVersion, async (call, asked, version) => {
  const contractOn = asked.contractOn ?? shanghaiDate(call.now);
  const rule = { ...version, parameters: version.definition?.parameters ?? [] };
  const { value } = insist(exampleOf(rule, { ...asked, contractOn }));
  return { titleZh: version.titleZh, ...value, figures: [...value.figures], plan: [...value.plan] };
});
