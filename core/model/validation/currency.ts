const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether a text is the code of a currency (ISO 4217). */
export function isCurrency(text: string): boolean {
  return CURRENCIES.has(text);
}
