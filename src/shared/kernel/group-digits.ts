/** A count with its thousands set apart, `12,345`; some Androids' own formatting groups nothing. @param count an integer */
export const groupDigits = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
