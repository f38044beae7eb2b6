const SIZE = /^([1-9][0-9]{0,5}) (KiB|MiB)$/;

/**
 * A size such as '1 MiB' in bytes.
 * @throws RangeError if the text does not have the form that the schemas require
 */
export function sizeBytes(text: string): number {
  const [, amount, unit] = SIZE.exec(text) ?? [];
  if (unit === undefined)
    throw new RangeError(`'${text}' is not a size; write a whole number and KiB or MiB, as in '1 MiB'`);
  return Number(amount) * (unit === 'MiB' ? 1024 * 1024 : 1024);
}
