/** The file is not what `terraform providers schema -json` prints; the message says what is wrong and what to do. */
export class UnusableSchema extends Error {
  override readonly name = 'UnusableSchema';
}
