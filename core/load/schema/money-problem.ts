import { isMap, type Json } from '../../model';
import { shown } from '../../model/messages/shown';
import { isCurrency } from '../../model/validation/currency';
import type { FormatProblem } from './format-problem';

const MAX_DECIMALS = 8;

/** Longer texts are not amounts. */
const LONGEST = 100;

/** Signs of a single currency; a dollar may be that of many countries. */
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₹': 'INR', '₩': 'KRW', '₺': 'TRY' };

/** An amount as it is written: its number, in any notation, and its currency. */
interface Written {
  readonly number: string;
  readonly currency: string | undefined;
}

/**
 * Why a text is not an amount of money, and the edit to make; undefined if it has another form altogether.
 *
 * @param currency the currency to suggest if there is none: that of the Programme
 * @param fits whether another text would be valid
 */
export function moneyProblem(
  text: string,
  currency: string,
  fits: (value: Json) => boolean,
): FormatProblem | undefined {
  const written = text.length > LONGEST ? undefined : readWritten(text.trim());
  if (!written) return undefined;
  const { number } = written;
  if (number.startsWith('-'))
    return {
      message: 'it is negative',
      hint: 'remove the minus sign; items that reduce a price have a type of their own',
    };
  const code = written.currency ?? currency;
  if (!isCurrency(code))
    return {
      message: `'${code}' is not the code of a currency (ISO 4217)`,
      hint: `write a code such as '${currency}'`,
    };
  if (/^[0-9]{1,3},[0-9]{3}$/.test(number) && !number.startsWith('0'))
    return {
      message: 'its comma may be a decimal comma or separate thousands',
      hint: `write '${number.replace(',', '')} ${code}' or '${number.replace(',', '.')} ${code}'`,
    };
  const plain = plainNumber(number);
  const decimals = plain?.split('.')[1]?.length ?? 0;
  if (plain !== undefined && decimals > MAX_DECIMALS)
    return {
      message: `it has ${decimals} decimals; at most ${MAX_DECIMALS} are allowed`,
      hint: `round it to ${MAX_DECIMALS} decimals`,
    };
  if (plain !== undefined && /^[0-9]{16}/.test(plain))
    return { message: 'it has more than 15 digits before the decimal point', hint: 'write a smaller amount' };
  if (plain === undefined || !fits(`${plain} ${code}`)) return undefined;
  const message =
    written.currency === undefined
      ? 'its currency is missing'
      : plain === number
        ? 'its form is a number, a space and the code of a currency (ISO 4217)'
        : /^[0-9.]*$/.test(number)
          ? 'its number must start with a digit that is needed and end with a digit'
          : 'its number must have a decimal point and no other separators';
  return { message, hint: `write '${plain} ${code}'` };
}

/** The amount that a map has in fields of its own: `{ amount: '0.015', currency: EUR }`. */
function moneyOfMap(value: Json, fits: (value: Json) => boolean): string | undefined {
  if (!isMap(value)) return undefined;
  const { amount, currency } = value;
  const text = `${amount} ${currency}`;
  return fits(text) ? text : undefined;
}

/** The edit for an amount that is a number or a map; undefined if there is none. */
export function moneyHint(value: Json, source: string, currency: string, fits: (value: Json) => boolean) {
  const text = typeof value === 'number' ? `${plainNumber(source)} ${currency}` : moneyOfMap(value, fits);
  return text !== undefined && fits(text) ? `write ${shown(text)}` : undefined;
}

/** The number and the currency of a text, in either order. */
function readWritten(text: string): Written | undefined {
  const sign = Object.keys(SIGNS).find((one) => text.startsWith(one) || text.endsWith(one));
  if (sign !== undefined) return written(text.replace(sign, ''), SIGNS[sign]);
  const [, first, number = '', last] = /^([A-Za-z]{3})?\s*([^A-Za-z]*?)\s*([A-Za-z]{3})?$/.exec(text) ?? [];
  return first !== undefined && last !== undefined ? undefined : written(number, (first ?? last)?.toUpperCase());
}

function written(text: string, currency: string | undefined): Written | undefined {
  const number = text.trim();
  return /^-?[0-9.,][0-9.,\s_'\u00a0\u202f]*$/.test(number) ? { number, currency } : undefined;
}

/** A number in another notation, with a decimal point, without separated thousands and without needless zeros at its start. */
function plainNumber(number: string): string | undefined {
  const joined = number.replace(/(?<=[0-9])[\s_'\u00a0\u202f](?=[0-9]{3}(?![0-9]))/g, '');
  const [plain] = [
    joined,
    // Separated thousands, the decimal sign being the other one.
    /^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$/.test(joined) && !/^0/.test(joined) ? joined.replaceAll(',', '') : undefined,
    /^[0-9]{1,3}(\.[0-9]{3})+,[0-9]*$/.test(joined) ? joined.replaceAll('.', '').replace(',', '.') : undefined,
    /^[0-9]{1,3}(\.[0-9]{3}){2,}$/.test(joined) ? joined.replaceAll('.', '') : undefined,
    joined.replace(',', '.'),
  ].filter((one) => one !== undefined && /^([0-9]+\.?[0-9]*|\.[0-9]+)$/.test(one));
  return plain
    ?.replace(/\.$/, '')
    .replace(/^\./, '0.')
    .replace(/^0+(?=[0-9])/, '');
}
