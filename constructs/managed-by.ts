/**
 * The one tag of every entity that we make, so that whoever reads a gateway knows which entities are ours. It says nothing
 * that may change: the provider replaces credentials when a tag changes. And it is always there: the provider sees a
 * difference for ever in a list of tags that is empty.
 */
export const MANAGED_BY = 'managed-by:gatewright';
