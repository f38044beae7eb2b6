import { listen } from '../../server/listen';
import { CLOSED, SERVED } from './operations';
import { dispatched, type UpstreamRules } from './stand-ins';
import type { RunningUpstream } from './upstream';

const ENDPOINTS = SERVED.map(({ path }) => ({ path, methods: ['GET'] }));

/** Starts a server with the rules of a stand-in. If several operations are possible, it serves a closed one. */
export async function startStandIn(rules: UpstreamRules): Promise<RunningUpstream> {
  const server = await listen((request, response) => {
    const served = dispatched(rules, ENDPOINTS, request.method ?? '', request.url ?? '');
    const selected = served.find((path) => CLOSED.includes(path)) ?? served[0] ?? null;
    response.writeHead(selected === null ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ served: selected }));
  });
  return {
    name: `stand-in for ${rules.name}`,
    ignoresCase: rules.ignoresCase,
    address: { host: '127.0.0.1', port: server.port },
    close: () => server.close(),
  };
}
