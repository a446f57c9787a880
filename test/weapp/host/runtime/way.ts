/**
 * The way between view and script, which on a phone are two worlds: what one says reaches the other some milliseconds later, in order.
 * None at all unless a test asks for it.
 */
const late = { toScript: 0, toView: 0 };

export const delay = (toScript: number, toView: number): void => void Object.assign(late, { toScript, toView });

/** Lets it happen at the other end. */
export function send(way: keyof typeof late, arrive: () => void): void {
  if (late[way] === 0) arrive();
  else setTimeout(arrive, late[way]);
}

/** What has crossed to fields since somebody asked: the field's id and the value. */
let crossed: string[] = [];

export const noteValue = (id: string, value: string): void => void crossed.push(`${id}: ${value}`);

export function takeValues(): string[] {
  const taken = crossed;
  crossed = [];
  return taken;
}

/** When something typed has reached the script since somebody asked, by the window's clock. */
let heard: number[] = [];

export const noteHeard = (): void => void heard.push(performance.now());

export function takeHeard(): number[] {
  const taken = heard;
  heard = [];
  return taken;
}
