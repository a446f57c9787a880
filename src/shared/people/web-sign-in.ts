/** How far a browser's wish to be signed in has got; `seen`: a phone has it in front. */
export const webSignInStates = ['waiting', 'seen', 'confirmed', 'refused', 'over'] as const;
export type WebSignInState = (typeof webSignInStates)[number];

/** How long a browser's wish to be signed in stands, and with it the code to be typed, in milliseconds. */
export const webCodeLifeMs = 5 * 60_000;
/** A code read off the screen is scanned at once: one that was photographed opens nothing after at most two of these, in milliseconds. */
export const scanWindowMs = 60_000;
/** After the phone has confirmed, the browser has so many milliseconds to fetch its session. */
export const takeWithinMs = 60_000;
/** So many codes may be typed within `webCodeLifeMs` of the first. */
export const mostCodeTries = 5;
/** Digits of the code that is typed. */
export const webCodeDigits = 8;

const scanned = /[?&]scan=([\w-]{38})(?:[&#]|$)/;

/** The token in what the mini app scanned: the address of our own page, with `scan` in it. null: something else was scanned. */
export const scanTokenIn = (text: string): string | null => scanned.exec(text)?.[1] ?? null;

/** The typed code, as two groups: `1234 5678`. */
export const webCodeZh = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** What was typed as a code: its digits, whether full-width, in groups or not. */
export const toDigits = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '');
