import { PARAMETER } from './shape';
import { literalsOf } from './template';

/** Where a template goes on with a query or a fragment, as RFC 6570 writes it: `/items{?page}`. */
const QUERY = /\{[?&#][^{}]*\}.*$/s;

/**
 * Segments of the calls that an upstream takes for a path template, also where the gateway cannot route the template as it is
 * written: without query and fragment, dot segments resolved, one slash for two. A template that can be routed has the segments
 * of its route.
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
