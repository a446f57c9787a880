/** How many months a way to reach somebody is kept at most after the letter was answered, as its sender was told; the city may keep it for less. */
export const contactMonths = 12;
