import type { Entry, Environment, Finding } from '../model';
import { type OutputManifest, shardsIn } from './manifest';

/**
 * Warns of environments whose number of shards is not that of the previous output: some partners then stand in another
 * stack, and nothing of ours moves their state yet. The check compares with the sealed number; this is for environments without a
 * seal, and for those in which it was changed as well. Without a previous output nothing can be said.
 */
export function shardsChanged(
  environments: Iterable<Entry<Environment>>,
  previous: OutputManifest | undefined,
): readonly Finding[] {
  return [...environments].flatMap((environment): Finding[] => {
    const was = previous ? shardsIn(previous, environment.name) : 0;
    const { shards } = environment.value.partners;
    if (was === 0 || was === shards) return [];
    return [
      {
        code: 'shards-changed',
        severity: 'warning',
        message: `environment '${environment.name}' has ${shards} shards of partners, and ${was} in the previous output; partners that move to another shard are deleted in one stack and made in another, and cannot call in between`,
        hint: `write ${was} again, unless nothing of the environment is applied yet`,
        at: environment.at(['partners', 'shards']),
      },
    ];
  });
}
