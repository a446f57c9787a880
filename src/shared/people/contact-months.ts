/** How many months after a letter was answered the contact left with it is kept (a demonstration value: no source names one). */
export const contactMonths = 12;
