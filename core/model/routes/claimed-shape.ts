import { PARAMETER } from './shape';
import { literalsOf } from './template';

/** A query or fragment at the end of a template, in the syntax of RFC 6570: `/items{?page}`. */
const QUERY = /\{[?&#][^{}]*\}.*$/s;

/**
 * The segments of the calls that an upstream assigns to a path template, even if the gateway cannot route the template: without query
 * and fragment, with dot segments resolved and consecutive slashes merged. For a routable template, these are the segments of its
 * route.
 */
export function claimedShape(template: string): readonly string[] {
  const literals = literalsOf(template.replace(QUERY, '')).map((literal) => literal.replaceAll(PARAMETER, ''));
  const text = literals.join(PARAMETER);
  const path = text.replace(/[?#].*$/s, '');
  const steps = path.replace(/^\//, '').split('/');
  const segments: string[] = [];
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    if (step === '..') segments.pop();
    else if (step !== '.' && (step !== '' || isLast)) segments.push(step);
    if (isLast && (step === '.' || step === '..')) segments.push('');
  }
  return segments;
}
