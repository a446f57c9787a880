import { roleNames } from '@shared/kernel/actor';
import { givenRoles } from '@shared/people/grants/giving';
import type { Appointment } from '../core/people/grants/appoint';
import { WrongSetting } from './settings';

const usage = '用法：npm run appoint -- --role cityStaff [--region 县（市、区）] [--again "理由"]';

/** What the command line asks for. Throws WrongSetting with a sentence for people. */
export function readAppointment(args: readonly string[]): Appointment {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i += 2) {
    const [name = '', value = ''] = args.slice(i, i + 2);
    if (!['--role', '--region', '--again'].includes(name) || value.trim() === '' || given.has(name)) {
      throw new WrongSetting(usage);
    }
    given.set(name, value.trim());
  }
  const role = roleNames.find((known) => known === given.get('--role'));
  if (role === undefined || !givenRoles.includes(role)) throw new WrongSetting(usage);
  return { role, region: given.get('--region') ?? null, again: given.get('--again') ?? null };
}
