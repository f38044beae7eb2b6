/** A text as a regular expression that matches it and nothing else, for JavaScript and for the gateway's router. */
export function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
