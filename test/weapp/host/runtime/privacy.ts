import { askYesOrNo } from './over';

/** What WeChat reports as a failure, with its number. */
export class Fault extends Error {
  constructor(
    message: string,
    readonly errno: number,
  ) {
    super(message);
  }
}

type Answer = { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string };
type Listener = (answer: (answer: Answer) => void, about: { referrer: string }) => void;

const storageKey = 'weapp-privacy';
let listener: Listener | null = null;
/** The buttons for agreeing that were really tapped: an answer that names another is no agreement. */
const tapped = new Set<string>();

export const privacy = {
  watch: (added: Listener): void => {
    listener = added;
  },
  tap: (buttonId: string): void => void tapped.add(buttonId),
  agreed: (): boolean => localStorage.getItem(storageKey) === 'agreed',
};

const refused = () => new Fault('privacy permission is not authorized', 104);

/**
 * Before something private is handed out: the person must have agreed to the privacy guide once. The app's own listener asks, or
 * WeChat's own question where there is none. Throws Fault 104.
 */
export async function needPrivacy(referrer: string): Promise<void> {
  if (privacy.agreed()) return;
  const asked = listener;
  const agreed = asked
    ? await new Promise<boolean>((resolve) => {
        asked(
          ({ event, buttonId = '' }) => {
            if (event !== 'exposureAuthorization') resolve(event === 'agree' && tapped.has(buttonId));
          },
          { referrer },
        );
      })
    : await askYesOrNo({ title: '用户隐私保护提示', cancelText: '拒绝', confirmText: '同意' });
  if (!agreed) throw refused();
  localStorage.setItem(storageKey, 'agreed');
}
