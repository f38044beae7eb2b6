import { exposedOperations } from '../../../core/model';
import { fullPath } from '../../../core/model/routes';
import type { Grant } from '../setup/grant';
import { catalogOf, grantsOf } from '../setup/trial';
import { Caller, expectReply, expectThat, grantName, pathOf, Skipped, type Step, statusAndCode } from './step';

/** Suffixes of a path parameter that some upstreams interpret as another path or as the end of the path. */
const SUFFIXES = [
  '#f',
  '%23f',
  '%3Ff',
  ';',
  ';a=b',
  '%3Bx',
  '%3bx',
  '%2Fmore',
  '%5Cmore',
  '%252Fmore',
  '%0A',
  '%E2%80%A8',
  '.',
  '%20',
  '/..;/more',
  '/%2e%2e%3b/more',
];

/** The gateway refuses paths that an upstream may interpret differently. */
export const paths: Step = {
  title: 'refuses values of path parameters that an upstream may interpret as another path',
  async run(context) {
    const { trial } = context;
    const grant = plainGrants(grantsOf(trial)).find(
      ({ operation, api }) => /\/\{[^{}/]*\}$/.test(operation.path) && !api.value.upstreamPaths,
    );
    if (!grant) throw new Skipped('the catalog has no GET without mTLS whose path ends with a parameter');
    const call = await rawCaller(grant, new Caller(trial));
    expectReply(context, grantName(grant), await call(pathOf(grant)), 'passes');
    for (const suffix of SUFFIXES) {
      expectReply(
        context,
        `the same path with '${suffix}' appended`,
        await call(`${pathOf(grant)}${suffix}`),
        '404 NOT_FOUND',
      );
    }
    const nulled = await call(`${pathOf(grant)}%00`);
    expectThat(nulled.status === 400, `the response to the same path with '%00' appended was ${statusAndCode(nulled)}`);
    const dots = await call(pathOf(grant).replace(/[^/]*$/, '..;'));
    expectReply(context, "'..;' as the value", dots, '404 NOT_FOUND');
  },
};

/** A path parameter does not match paths that are not exposed or have another method. */
export const hiddenPaths: Step = {
  title:
    'responds to a path that is not exposed as to one that does not exist, even if a path parameter would match it',
  async run(context) {
    const { trial, note } = context;
    const all = grantsOf(trial).flatMap((grant) => hiddenPathsOf(grant).map((path) => ({ grant, path })));
    const found = [...new Map(all.map((one) => [`${one.grant.operation.method} ${one.path}`, one])).values()];
    if (found.length === 0) throw new Skipped('the catalog has no path next to a parameter that has another method');
    for (const { grant, path } of found) {
      const call = await rawCaller(grant, new Caller(trial));
      const [hidden, absent] = [await call(path), await call(`${path}/no/such/path`)];
      expectReply(
        context,
        `${grant.operation.method} ${path}, with a token for ${grant.operation.path}`,
        hidden,
        '404 NOT_FOUND',
      );
      expectThat(
        hidden.body === absent.body,
        `the response ${hidden.body} differs from that to a path that does not exist: ${absent.body}`,
      );
      const names = [hidden, absent].map(({ headers }) => Object.keys(headers).sort().join(' '));
      expectThat(
        names[0] === names[1],
        `the headers ${names[0]} differ from those to a path that does not exist: ${names[1]}`,
      );
    }
    note(`${found.length} such paths in ${catalogOf(trial).apis.size} APIs`);
  },
};

function plainGrants(grants: readonly Grant[]): readonly Grant[] {
  return grants.filter(({ operation, mtls }) => operation.method === 'GET' && !mtls);
}

/** Paths without parameters that the template of an operation matches, and that have no exposed operation with its method. */
function hiddenPathsOf({ api, operation }: Grant): readonly string[] {
  const template = new RegExp(
    `^${operation.path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^{}]*\}/g, '[^/]+')}$`,
  );
  const exposed = new Set(
    exposedOperations(api)
      .filter(({ method }) => method === operation.method)
      .map(({ path }) => path),
  );
  return (api.definition.paths ?? [])
    .filter((path) => !path.includes('{') && template.test(path) && !exposed.has(path))
    .map((path) => fullPath(api.value.basePath, path));
}

/** Returns a function that sends paths without normalization, with one token of the grant's application. */
async function rawCaller(grant: Grant, caller: Caller) {
  const authorization = `Bearer ${await caller.token(grant)}`;
  return (rawPath: string) =>
    caller.send('/', grant.operation.method, { ...caller.channelOf(grant), headers: { authorization }, rawPath });
}
