/** An amount of money, exact: the digits of a decimal number, and its currency. */
export interface Money {
  /** The amount times 10^decimals. */
  readonly digits: bigint;
  readonly decimals: number;
  /** ISO 4217. */
  readonly currency: string;
}

const MONEY = /^([0-9]+)(?:\.([0-9]+))? ([A-Z]{3})$/;

/**
 * Reads an amount of money that the schemas accept, such as '0.015 EUR'.
 *
 * @throws Error if the text is not an amount of money
 */
export function readMoney(text: string): Money {
  const [, whole, fraction = '', currency] = MONEY.exec(text) ?? [];
  if (whole === undefined || currency === undefined) throw new Error(`'${text}' is not an amount of money`);
  return { digits: BigInt(whole + fraction), decimals: fraction.length, currency };
}

/** Whether a text is an amount of money. */
export function isMoney(text: string): boolean {
  return MONEY.test(text);
}

/**
 * Compares two amounts of the same currency.
 *
 * @returns a negative number, zero or a positive number
 */
export function compareMoney(a: Money, b: Money): number {
  const decimals = Math.max(a.decimals, b.decimals);
  const difference = a.digits * 10n ** BigInt(decimals - a.decimals) - b.digits * 10n ** BigInt(decimals - b.decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
