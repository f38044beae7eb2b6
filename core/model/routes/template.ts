import { gatewayText } from './gateway-text';

/** A parameter of a template: `{sessionId}`. */
const PARAMETER = /\{[^/{}]*\}/;

/**
 * The literal text before, between and after the parameters of a path template, as the gateway compares it: `/a/{b}/c%20d/{e}.json`
 * becomes `/a/`, `/c d/`, `.json`.
 */
export function literalsOf(template: string): readonly string[] {
  return template.split(PARAMETER).map((literal) => gatewayText(literal) ?? literal);
}
