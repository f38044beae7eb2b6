import { type Environment, withDefaults } from '../../model';

/** The tag of every entity that Gatewright makes, so that whoever reads a gateway knows which entities are Gatewright's. */
export const MANAGED_BY = 'managed-by:gatewright';

/** Names that a tag may carry: none of them changes while the entity exists. */
export interface TagNames {
  readonly api?: string;
  /** First name of the partner. */
  readonly partner?: string;
}

/**
 * The tags of an entity. They name the API and the partner that it belongs to, so that the Admin API can list what belongs to one
 * (`/consumers?tags=partner:acme-bank`), and nothing that may change: the provider replaces credentials when a tag changes. The
 * list is never empty, since the provider sees a difference forever in an empty one.
 */
function tagsOf({ api, partner }: TagNames = {}): readonly string[] {
  return [
    MANAGED_BY,
    ...(partner === undefined ? [] : [`partner:${partner}`]),
    ...(api === undefined ? [] : [`api:${api}`]),
  ];
}

/** What every entity has. */
export function common(environment: Environment, names?: TagNames) {
  return { tags: tagsOf(names), workspace: workspaceOf(environment) };
}

/** The workspace of an environment's gateway. */
function workspaceOf(environment: Environment): string {
  return withDefaults('Environment', environment).workspace;
}
