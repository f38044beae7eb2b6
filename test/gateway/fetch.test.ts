import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { JsonObject } from '../../core/model';
import { Gateway } from './support/gateway';
import type { HttpAnswer, HttpRequest } from './support/messages';
import { onOpenResty, openRestyMissing } from './support/openresty';
import { onEveryLua } from './support/runtimes';

const NOW = 1_790_000_000;
const URI = 'https://idp.example/keys?secret=hidden';
/** As for an issuer's keys: no time-out of the whole is given, so it is that of a connection and a part. */
const OPTIONS: JsonObject = { connect_timeout_ms: 1000, read_timeout_ms: 2000, max_bytes: 20_000, verify_tls: true };

onEveryLua('fetch', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const request = async (
    answer: HttpAnswer | ((request: HttpRequest) => Promise<HttpAnswer>),
    more: JsonObject = {},
    uri = URI,
  ) => {
    const http = typeof answer === 'function' ? answer : () => answer;
    await gateway.setup({ plugins: [], now: NOW, http });
    const args = [uri, { ...OPTIONS, ...more }];
    return gateway.run('call_module', { module: 'kong.plugins.partner-common.fetch', name: 'request', args });
  };

  test('gives status and body', async () => {
    expect(await request({ status: 404, body: 'x'.repeat(20_000) })).toEqual({ status: 404, body: 'x'.repeat(20_000) });
  });

  test('takes no longer answer', async () => {
    const error = 'idp.example: the answer is longer than 20000 bytes';
    expect(await request({ status: 200, body: 'x'.repeat(20_001) })).toEqual({ error });
  });

  test.each([
    ['in time', 16_384, 1.4, {}, false],
    ['too late in its second part', 16_384, 1.5, {}, true],
    ['too late in its third part', 16_385, 1, {}, true],
    ['in time for what is given', 16_384, 4, { total_timeout_ms: 8001 }, false],
    ['too late for what is given', 8192, 0.5, { total_timeout_ms: 500 }, true],
  ])('waits for the whole answer, however it drips: %s', async (_, length, part_s, more, late) => {
    const body = 'x'.repeat(length);
    expect(await request({ status: 200, body, part_s }, more)).toEqual(
      late ? { error: 'idp.example: timeout' } : { status: 200, body },
    );
  });

  test('waits no longer for the headers', async () => {
    const answer = async () => {
      await gateway.clock(NOW + 3);
      return { status: 200, body: '' };
    };
    expect(await request(answer)).toEqual({ error: 'idp.example: timeout' });
  });

  test.each([
    ['the bytes asked for', { what: 5 }, { got: 'ab\r\nc', waits: [500, 500] }],
    ['a line, without its end', { what: '*l' }, { got: 'ab', waits: [500, 500, 500, 500] }],
    ['in the time that is left', { what: 5, left_s: 0.2, took_s: 0.1 }, { got: 'ab\r\nc', waits: [200, 100] }],
    ['not when none is left', { what: 5, left_s: 0.2, took_s: 0.2 }, { error: 'timeout', waits: [200] }],
    ['a line neither', { what: '*l', left_s: 0.2, took_s: 0.1 }, { error: 'timeout', waits: [200, 100] }],
  ])('gives each step its time: %s', async (_, more, expected) => {
    await gateway.setup({ plugins: [], now: NOW });
    const args = { data: 'ab\r\ncd', left_s: 10, took_s: 0, step_ms: 500, ...more };
    expect(await gateway.run('deadline_steps', args)).toEqual(expected);
  });

  test.each([
    ['a connection that fails', URI, 'idp.example: timeout'],
    ['an address that is none', 'idp.example/keys?secret=hidden', 'the address cannot be read'],
  ])('names nothing of the address but its host: %s', async (_, uri, error) => {
    expect(await request({ error: 'timeout' }, {}, uri)).toEqual({ error });
  });
});

describe('fetch, on a real OpenResty', () => {
  if (openRestyMissing !== undefined) {
    test.skip(`not run: ${openRestyMissing}`, () => undefined);
    return;
  }

  let server: Server;
  const sockets = new Set<Socket>();
  const dripping = new Map<string, Socket>();
  const DRIPS: Readonly<Record<string, string>> = {
    '/body': 'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n',
    '/chunks': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1388\r\n',
    '/headers': 'HTTP/1.1 200 OK\r\nX-Long: ',
    '/status': 'HTTP/1.1 2',
  };
  const LONG = 'abcdefgh'.repeat(8000);
  const WHOLE: Readonly<Record<string, string>> = {
    '/whole': `HTTP/1.1 200 OK\r\nContent-Length: ${LONG.length}\r\n\r\n${LONG}`,
    '/parts': `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${LONG.length.toString(16)}\r\n${LONG}\r\n0\r\n\r\n`,
    '/line': `HTTP/1.1 200 OK\r\nX-Long: ${LONG}`,
  };

  /** Answers whole, or begins an answer and goes on with one byte at a time for ever. */
  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        const path = data.toString().split(' ')[1] ?? '';
        const drip = DRIPS[path];
        const after = dripping.get(path.replace('/after', ''));
        const answer = () => socket.write(WHOLE[path] ?? 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
        if (after && !after.closed) after.on('close', answer);
        else if (drip === undefined) answer();
        else {
          dripping.set(path, socket);
          socket.write(drip);
          const more = setInterval(() => socket.write('1'), 20);
          socket.on('close', () => clearInterval(more));
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  const fetched = (path: string, total_ms = 5000) => `
    do
      local fetch = require "kong.plugins.partner-common.fetch"
      -- Kong runs plugins in coroutines of their own where an answer is delayed.
      local answer, err
      local co = coroutine.create(function()
        answer, err = fetch.request("http://127.0.0.1:${(server.address() as AddressInfo).port}${path}", {
          connect_timeout_ms = 5000, read_timeout_ms = 5000, total_timeout_ms = ${total_ms}, max_bytes = 65536,
        })
      end)
      assert(coroutine.resume(co))
      ngx.say(answer and answer.status .. answer.body or err)
    end`;

  test('gives what came, twice over one connection', async () => {
    expect(await onOpenResty(fetched('/') + fetched('/'))).toBe('200{}\n200{}\n');
    expect(sockets.size).toBe(1);
  });

  test.each(['/whole', '/parts'])('gives a long answer: %s', async (path) => {
    expect(await onOpenResty(fetched(path))).toBe(`200${LONG}\n`);
  });

  test('gives up a line that does not end', async () => {
    expect(await onOpenResty(fetched('/line'))).toBe('127.0.0.1: a line is longer than 16384 bytes\n');
  });

  test.each(Object.keys(DRIPS))(
    'does not wait for ever while bytes drip, and ends the connection: %s',
    async (path) => {
      // The second answer comes when the first connection is closed.
      const said = await onOpenResty(fetched(path, 200) + fetched(`/after${path}`));
      expect(said).toBe('127.0.0.1: timeout\n200{}\n');
    },
  );
});
