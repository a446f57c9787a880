import { go } from '../../../client/go';
import { ListRow } from '../../../ui/lists/list-row';
import type { Won } from '../use-landing';

/** The way to what the running edition has given; nothing while it has given nothing. */
export const WonRow = ({ won }: { won: Won }) =>
  won ? (
    <ListRow
      id="won"
      title="本届获奖名单"
      detail={`${won.winners} 个项目获奖`}
      onTap={() => go('open/results', { editionId: won.editionId })}
    />
  ) : null;
