import { asPersona } from '../support/acts/entry';
import { walkRoad } from '../support/road';
import { setStage } from './stage';

const stage = setStage();

test('the road: a visitor enters a project, the clerk returns it with every fault named, gets it back and approves it', async () => {
  const { product } = stage;
  const [entrant, clerk] = [await stage.phone(), await stage.person('clerk-puxian-1')];
  await walkRoad({
    db: product.db,
    entrant,
    clerk,
    clerkName: '蒲县经办一',
    signIn: asPersona('new'),
    due: product.told,
    pass: product.pass,
  });
});
