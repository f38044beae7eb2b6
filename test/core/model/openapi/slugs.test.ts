import type { Operation } from '../../../../core/model';
import { operationSlugs } from '../../../../core/model/openapi';

/** Operations of an API, by id or by method and path. */
function slugs(...names: readonly string[]): readonly (string | undefined)[] {
  const operations = names.map((id): Operation => {
    const [method = 'GET', path = '/'] = /^[A-Z]+ \//.test(id) ? id.split(' ') : [];
    return { id, method, path };
  });
  const found = operationSlugs(operations);
  return names.map((name) => found.get(name));
}

test('an operation that shares its slug with none has the plain one', () => {
  expect(
    slugs('checkSimSwap', 'get_session', 'meta/root', 'find pet by id', '3GppRegistration', 'GET /users/{id}'),
  ).toEqual([
    'check-sim-swap',
    'get-session',
    'meta-root',
    'find-pet-by-id',
    'operation-3-gpp-registration',
    'get-users-id',
  ]);
});

test('of several with one slug, the plainest keeps it, so that those that join rename none', () => {
  expect(slugs('getSession', 'get_session', 'get-session')).toEqual([
    'get-session',
    expect.stringMatching(/^get-session-[0-9a-f]{12}$/),
    expect.stringMatching(/^get-session-[0-9a-f]{12}$/),
  ]);
  expect(slugs('GET /users/', 'GET /users')).toEqual([expect.stringMatching(/^get-users-[0-9a-f]{12}$/), 'get-users']);
  expect(slugs('GET /a/{b}', 'GET /a/b')).toEqual([expect.stringMatching(/^get-a-b-[0-9a-f]{12}$/), 'get-a-b']);
  expect(slugs('GET /users', 'getUsers')).toEqual([expect.stringMatching(/^get-users-[0-9a-f]{12}$/), 'get-users']);
});

test('a slug with a digest depends on nothing but its own name', () => {
  const [, alone] = slugs('getSession', 'get_session');
  const [, , among] = slugs('other', 'getSession', 'get_session', 'get-session');
  expect(among).toBe(alone);
});

test('names that are not ASCII keep their digest, whoever joins', () => {
  const [first] = slugs('検索');
  expect(first).toMatch(/^operation-[0-9a-f]{12}$/);
  expect(slugs('検索', '削除')[0]).toBe(first);
});

test('a long name becomes a slug that fits, and two that begin alike differ', () => {
  const [a = '', b = ''] = slugs(`${'x'.repeat(400)}a`, `${'x'.repeat(400)}b`);
  expect([a.length, b.length]).toEqual([240, 240]);
  expect(a).not.toBe(b);
});
