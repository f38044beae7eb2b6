const PERCENT = /^(100(?:\.0{1,6})?|[0-9]{1,2}(?:\.[0-9]{1,6})?)%$/;

/**
 * A share such as '99.9%' as a number from 0 to 100.
 * @throws RangeError if the text does not have the form that the schemas demand
 */
export function percentValue(text: string): number {
  const [, amount] = PERCENT.exec(text) ?? [];
  if (amount === undefined)
    throw new RangeError(`'${text}' is not a percentage; write a number up to 100 and %, as in '99.9%'`);
  return Number(amount);
}
