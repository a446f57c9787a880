/** The last digits of a phone number as it is masked, by which people tell each other's numbers apart; '' when there is none. */
export const phoneTail = (masked: string): string => /\d{3,4}$/.exec(masked)?.[0] ?? '';
