import { exposedOperations } from '../../../core/model';
import { fullPath } from '../../../core/model/routes';
import type { Grant } from '../setup/grant';
import { catalogOf, grantsOf } from '../setup/trial';
import { Caller, expectReply, expectThat, grantName, pathOf, Skipped, type Step, statusAndCode } from './step';

/** What upstreams read as another path, or as the end of one, behind the value of a path parameter. */
const ENDINGS = [
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

/** The gateway lets no path through that an upstream may read as another one than it does. */
export const paths: Step = {
  title: 'a path parameter takes nothing that an upstream reads as another path',
  async run(context) {
    const { trial } = context;
    const grant = plainGrants(grantsOf(trial)).find(
      ({ operation, api }) => /\/\{[^{}/]*\}$/.test(operation.path) && !api.value.upstreamPaths,
    );
    if (!grant) throw new Skipped('the catalog has no GET without mTLS whose path ends with a parameter');
    const call = await caller(grant, new Caller(trial));
    expectReply(context, grantName(grant), await call(pathOf(grant)), 'passes');
    for (const ending of ENDINGS) {
      expectReply(
        context,
        `the same with '${ending}' behind it`,
        await call(`${pathOf(grant)}${ending}`),
        '404 NOT_FOUND',
      );
    }
    const nulled = await call(`${pathOf(grant)}%00`);
    expectThat(nulled.status === 400, `the same with '%00' behind it was answered with ${statusAndCode(nulled)}`);
    const dots = await call(pathOf(grant).replace(/[^/]*$/, '..;'));
    expectReply(context, "'..;' in the place of the value", dots, '404 NOT_FOUND');
  },
};

/** Paths that are not exposed, or that have another method, are nothing that a parameter could take. */
export const hiddenPaths: Step = {
  title:
    'a path that is not exposed is answered like one that does not exist, also where a path parameter could take it',
  async run(context) {
    const { trial, note } = context;
    const all = grantsOf(trial).flatMap((grant) => hiddenNextTo(grant).map((path) => ({ grant, path })));
    const found = [...new Map(all.map((one) => [`${one.grant.operation.method} ${one.path}`, one])).values()];
    if (found.length === 0) throw new Skipped('the catalog has no path next to a parameter that has another method');
    for (const { grant, path } of found) {
      const call = await caller(grant, new Caller(trial));
      const [hidden, absent] = [await call(path), await call(`${path}/no/such/path`)];
      expectReply(
        context,
        `${grant.operation.method} ${path}, with a token for ${grant.operation.path}`,
        hidden,
        '404 NOT_FOUND',
      );
      expectThat(
        hidden.body === absent.body,
        `${hidden.body} is not what a path that does not exist gets: ${absent.body}`,
      );
      const names = [hidden, absent].map(({ headers }) => Object.keys(headers).sort().join(' '));
      expectThat(names[0] === names[1], `its headers are ${names[0]}, those of a path that does not exist ${names[1]}`);
    }
    note(`${catalogOf(trial).apis.size} APIs, ${found.length} such paths`);
  },
};

function plainGrants(grants: readonly Grant[]): readonly Grant[] {
  return grants.filter(({ operation, mtls }) => operation.method === 'GET' && !mtls);
}

/** Paths without parameters that the path of an operation fits, and that have no exposed operation with its method. */
function hiddenNextTo({ api, operation }: Grant): readonly string[] {
  const fits = new RegExp(
    `^${operation.path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^{}]*\}/g, '[^/]+')}$`,
  );
  const open = new Set(
    exposedOperations(api)
      .filter(({ method }) => method === operation.method)
      .map(({ path }) => path),
  );
  return (api.definition.paths ?? [])
    .filter((path) => !path.includes('{') && fits.test(path) && !open.has(path))
    .map((path) => fullPath(api.value.basePath, path));
}

/** Sends calls of a grant's application as they are written, with one token. */
async function caller(grant: Grant, calls: Caller) {
  const authorization = `Bearer ${await calls.token(grant)}`;
  return (rawPath: string) =>
    calls.send('/', grant.operation.method, { ...calls.channelOf(grant), headers: { authorization }, rawPath });
}
