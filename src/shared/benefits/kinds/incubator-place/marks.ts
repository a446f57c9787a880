/** So many of a panel mark an application. */
export const panelSize = 3;

/** The mean of marks of 0 to 100, in hundredths, half up. */
export const meanOf = (marks: readonly number[]): number =>
  Math.round((marks.reduce((sum, mark) => sum + mark, 0) * 100) / marks.length);

/** `73.33 分`. */
export const markZh = (hundredths: number): string => `${(hundredths / 100).toFixed(2).replace(/\.?0+$/, '')} 分`;
