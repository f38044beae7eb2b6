import { namesSecret, opensNothing } from '../../model/secrets';
import { isMisplacedName } from './misplaced-name';

/** A setting in a comment, `# password: hunter2hunter2`; `end` is exclusive. */
export interface CommentedSecret {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

// A comment that consists of a key and one word: a line of a document that was commented out.
const SETTING =
  /^[ \t]*#[ \t]*(?:- )?["']?([A-Za-z_][\w.-]{0,100})["']?[ \t]{0,10}:[ \t]{1,10}(["']?)([^\s"'#]{6,500})\2[ \t\r]*$/gm;

/**
 * Secrets in lines of YAML that were commented out, by the names of their keys. The value must contain a digit and a letter,
 * because a comment may be a sentence.
 *
 * @param text with secrets of a known format already covered
 * @param tokenPolicies names of the catalog's token policies
 */
export function commentedSecrets(text: string, tokenPolicies: ReadonlySet<string>): readonly CommentedSecret[] {
  return [...text.matchAll(SETTING)].flatMap(({ index, 0: line, 1: name = '', 3: value = '' }) => {
    const looksLikeSecret = /[0-9]/.test(value) && /[A-Za-z]/.test(value);
    if (!looksLikeSecret || !namesSecret(name) || opensNothing(value) || isMisplacedName([name], value, tokenPolicies))
      return [];
    const start = index + line.lastIndexOf(value);
    return [{ what: `value of '${name.slice(0, 60)}'`, start, end: start + value.length }];
  });
}
