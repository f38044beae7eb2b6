const PERCENT = /^([0-9]{1,3})(?:\.([0-9]{1,6}))?%$/;

/**
 * A percentage in millionths of a percent, exactly: 99_900_000 for '99.9%'.
 *
 * @throws RangeError if the text does not have the form that the schemas require
 */
export function percentMillionths(text: string): number {
  const [, whole, fraction = ''] = PERCENT.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`'${text}' is not a percentage; write a number and %, as in '99.9%'`);
  return Number(whole + fraction.padEnd(6, '0'));
}

/**
 * Compares two percentages exactly; '99.9%' and '99.90%' are equal.
 *
 * @returns a negative number, zero or a positive number
 */
export function comparePercents(a: string, b: string): number {
  return percentMillionths(a) - percentMillionths(b);
}
