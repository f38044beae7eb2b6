/** A regular expression that matches exactly a text, for JavaScript and for the gateway's router. */
export function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
