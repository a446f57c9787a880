/**
 * How many months a way to reach somebody is kept: the contact left with a letter after its answer, the number that WeChat told after its owner's last
 * call (a demonstration value: no source names one).
 */
export const contactMonths = 12;
