import type { TerraformElement } from 'cdktf';
import { type Reference, type TerraformJson, terraformValue } from '../core/desired';
import { withErrorContext } from './error-context';
import { rejectTokens } from './tokens';

/**
 * Renders a cdktf element, with every string as text.
 *
 * @param onReference called for each reference in the element
 * @throws Error that names the element, if it contains a cdktf token
 */
export function renderElement(element: TerraformElement, onReference: (reference: Reference) => void): TerraformJson {
  return withErrorContext(element, () => {
    const fragment = withoutComments(element.toTerraform());
    rejectTokens(fragment);
    return terraformValue(fragment, onReference) as TerraformJson;
  });
}

/** Removes cdktf's comments, which contain each resource's path in the program. */
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
