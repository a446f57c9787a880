import type { Area } from '../../../../cloudfunctions/core/line/area';
import { boothAccess } from '../shared/access';
import type { boothContract } from '../shared/contract';
import { boothNotices } from '../shared/notices';
import { boothAudiences } from './audiences';
import { boothFiles } from './files';
import { boothForm } from './form';
import { boothNoun, fallDue } from './moves';
import { boothProcedures } from './procedures';
import { boothTodos } from './todos';

export const boothArea: Area<'booth', typeof boothContract> = {
  name: 'booth',
  access: boothAccess.table,
  procedures: boothProcedures,
  nouns: [boothNoun],
  todos: boothTodos,
  jobs: [{ name: 'fallDue', run: fallDue }],
  notices: boothNotices,
  audiences: boothAudiences,
  fileOwners: [boothFiles],
  formOwners: [boothForm],
  tables: ['booth'],
};
