import { isMap, nearest } from '../../model';
import type { Report } from './findings';
import { itemsOf, type Located, memberOf, membersOf } from './located';

/**
 * Reports `security` that is indented too far, for example below `responses` instead of next to it. It has no effect there, so the
 * operation would not require what was intended.
 *
 * @param owner the operation or the definition to which it probably belongs
 */
export function reportMisplacedSecurity(report: Report, owner: Located): void {
  for (const key of ['info', 'components', 'externalDocs', 'requestBody', 'responses']) {
    const member = memberOf(owner, key);
    if (member) reportIn(report, member, `'${key}'`);
  }
  const responses = memberOf(owner, 'responses');
  for (const [, response] of responses ? membersOf(responses) : []) reportIn(report, response, 'a response');
  reportInItems(report, owner);
}

/** Reports `security` below the parameters, servers and tags of a map, such as a path item. */
export function reportInItems(report: Report, owner: Located): void {
  for (const [key, what] of [
    ['parameters', 'a parameter'],
    ['servers', 'a server'],
    ['tags', 'a tag'],
  ] as const) {
    const list = memberOf(owner, key);
    for (const item of list ? itemsOf(list) : []) reportIn(report, item, what);
  }
}

function reportIn(report: Report, map: Located, what: string): void {
  if (!isMap(map.value)) return;
  for (const [key, value] of Object.entries(map.value)) {
    if (!Array.isArray(value) || !(/^secur/i.test(key) || nearest(key, ['security']) !== undefined)) continue;
    report({
      message: `'security' has no effect in ${what}`,
      at: memberOf(map, key) ?? map,
      part: 'key',
      hint: 'write it in the operation or at the top of the file; it may be indented too far',
    });
  }
}
