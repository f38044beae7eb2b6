// Every text field has a maxLength of at most this. Patterns are not applied to longer text, which could make one backtrack for
// minutes.
const LONGEST_INPUT = 20_000;

/** The patterns of the schemas, for Ajv. */
export function boundedPattern(pattern: string, flags: string): { test(text: string): boolean; toString(): string } {
  const compiled = new RegExp(pattern, flags);
  return {
    test: (text) => text.length <= LONGEST_INPUT && compiled.test(text),
    // Ajv identifies patterns by this.
    toString: () => String(compiled),
  };
}
