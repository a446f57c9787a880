import { backgroundModes, permissions, privateInfos } from './platform-demands';
import { privacyKinds, type Ways } from './privacy/privacy-kinds';

const ways: readonly Ways[] = Object.values(privacyKinds).map((kind) => kind.ways);
/** How Taro's components call an element: `LivePusher` for `live-pusher`. */
const component = (element: string) => element.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const all: readonly string[] = [
  ...ways.flatMap((each) => Object.values(each).flat()),
  ...ways.flatMap(({ elements }) => elements ?? []).map(component),
  ...privateInfos,
  ...[permissions, backgroundModes].flatMap((table) => Object.values(table).flat()),
];

/** Found in a text that may use an ability which a check asks about; texts without it need not be parsed. */
export const watched = new RegExp(`\\b(${[...new Set(all)].join('|')})\\b`);
