import { type Check, error, warning } from './check';

/** The number of shards, on which it depends in which state a partner stands, is the one that is sealed. */
export const shardsChanged: Check = {
  code: 'shards-changed',
  *find({ catalog }) {
    for (const environment of catalog.environments.values()) {
      const { shards, sealed } = environment.value.partners;
      if (sealed === shards) continue;
      const at = environment.at(['partners', 'shards']);
      if (sealed !== undefined)
        yield error(
          at,
          `environment '${environment.name}' spreads its partners over a number of shards, ${shards}, that is not the sealed one, ${sealed}; partners that move to another shard are deleted in one stack and made in another, and cannot call in between`,
          `write \`shards: ${sealed}\` again; if nothing of the environment is applied yet, write \`sealed: ${shards}\``,
        );
      else if (environment.value.stage === 'production')
        yield warning(
          at,
          `environment '${environment.name}' is for production, and its number of shards is not sealed, so nobody is told when it changes`,
          `write \`sealed: ${shards}\` beside it`,
        );
    }
  },
};
