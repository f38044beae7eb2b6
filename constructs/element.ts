import type { TerraformElement } from 'cdktf';
import { type Reference, type TerraformJson, terraformValue } from '../core/desired';
import { withErrorContext } from './error-context';
import { refuseTokens } from './tokens';

/**
 * What an element of cdktf writes, with every string in it as text.
 *
 * @param onReference called for each reference in it
 * @throws Error that names the element, when it holds a token of cdktf
 */
export function writeElement(element: TerraformElement, onReference: (reference: Reference) => void): TerraformJson {
  return withErrorContext(element, () => {
    const fragment = withoutComments(element.toTerraform());
    refuseTokens(fragment);
    return terraformValue(fragment, onReference) as TerraformJson;
  });
}

/** cdktf comments each resource with its path in this program, which is nothing to the gateway. */
function withoutComments(fragment: TerraformJson): TerraformJson {
  if (!fragment.resource) return fragment;
  const resource = mapValues(fragment.resource, (byName) =>
    mapValues(byName, (attributes) => ({ ...(attributes as object), '//': undefined })),
  );
  return { ...fragment, resource };
}

function mapValues<T, R>(object: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
