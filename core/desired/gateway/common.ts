import { type Environment, withDefaults } from '../../model';

/** The tag of every entity that Gatewright creates, which distinguishes them from others on the gateway. */
export const MANAGED_BY = 'managed-by:gatewright';

/** Names that a tag may contain. They never change while the entity exists. */
export interface TagNames {
  readonly api?: string;
  /** Original name of the partner. */
  readonly partner?: string;
}

/**
 * The tags of an entity. They name the API and the partner that it belongs to, so that the Admin API can filter by them
 * (`/consumers?tags=partner:acme-bank`). They contain nothing that may change, because the provider replaces a credential whose tags
 * change. The list is never empty: an empty list is a permanent difference for the provider.
 */
function tagsOf({ api, partner }: TagNames = {}): readonly string[] {
  return [
    MANAGED_BY,
    ...(partner === undefined ? [] : [`partner:${partner}`]),
    ...(api === undefined ? [] : [`api:${api}`]),
  ];
}

/** The attributes that every entity has. */
export function common(environment: Environment, names?: TagNames) {
  return { tags: tagsOf(names), workspace: workspaceOf(environment) };
}

/** The workspace of an environment's gateway. */
function workspaceOf(environment: Environment): string {
  return withDefaults('Environment', environment).workspace;
}
