// Every text field has a maxLength of at most this; a pattern is not even tried on longer text, so that none can be made to
// backtrack for minutes.
const LONGEST_INPUT = 20_000;

/** What the schemas' `pattern` means, as Ajv takes it. */
export function boundedPattern(pattern: string, flags: string): { test(text: string): boolean; toString(): string } {
  const compiled = new RegExp(pattern, flags);
  return {
    test: (text) => text.length <= LONGEST_INPUT && compiled.test(text),
    // Ajv tells patterns apart by this.
    toString: () => String(compiled),
  };
}
