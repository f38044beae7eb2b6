import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { JsonObject } from '../../core/model';
import { Gateway } from './support/gateway';
import type { HttpRequest, HttpResponse } from './support/messages';
import { openRestyMissing, runOnOpenResty } from './support/openresty';
import { onEveryLua } from './support/runtimes';

const NOW = 1_790_000_000;
const URI = 'https://idp.example/keys?secret=hidden';
/** Without a total time-out, which then is the sum of the other two. */
const OPTIONS: JsonObject = { connect_timeout_ms: 1000, read_timeout_ms: 2000, max_bytes: 20_000, verify_tls: true };

onEveryLua('fetch', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  const request = async (
    response: HttpResponse | ((request: HttpRequest) => Promise<HttpResponse>),
    more: JsonObject = {},
    uri = URI,
  ) => {
    const http = typeof response === 'function' ? response : () => response;
    await gateway.setup({ plugins: [], now: NOW, http });
    const args = [uri, { ...OPTIONS, ...more }];
    return gateway.run('call_module', { module: 'kong.plugins.partner-common.fetch', name: 'request', args });
  };

  test('returns status and body', async () => {
    expect(await request({ status: 404, body: 'x'.repeat(20_000) })).toEqual({ status: 404, body: 'x'.repeat(20_000) });
  });

  test('refuses a response that is longer than the limit', async () => {
    const error = 'idp.example: the response is longer than 20000 bytes';
    expect(await request({ status: 200, body: 'x'.repeat(20_001) })).toEqual({ error });
  });

  test.each([
    ['two chunks within the default', 16_384, 1.4, {}, false],
    ['a second chunk after it', 16_384, 1.5, {}, true],
    ['a third chunk after it', 16_385, 1, {}, true],
    ['two chunks within a given limit', 16_384, 4, { total_timeout_ms: 8001 }, false],
    ['one chunk after a given limit', 8192, 0.5, { total_timeout_ms: 500 }, true],
  ])('applies the total time-out to the whole body: %s', async (_, length, chunk_s, more, timesOut) => {
    const body = 'x'.repeat(length);
    expect(await request({ status: 200, body, chunk_s }, more)).toEqual(
      timesOut ? { error: 'idp.example: timeout' } : { status: 200, body },
    );
  });

  test('applies the total time-out to the headers', async () => {
    const response = async () => {
      await gateway.clock(NOW + 3);
      return { status: 200, body: '' };
    };
    expect(await request(response)).toEqual({ error: 'idp.example: timeout' });
  });

  test.each([
    ['bytes', { pattern: 5 }, { data: 'ab\r\nc', timeouts: [500, 500] }],
    ['a line', { pattern: '*l' }, { data: 'ab', timeouts: [500, 500, 500, 500] }],
    ['bytes, with less time left', { pattern: 5, left_s: 0.2, took_s: 0.1 }, { data: 'ab\r\nc', timeouts: [200, 100] }],
    ['bytes, with no time left', { pattern: 5, left_s: 0.2, took_s: 0.2 }, { error: 'timeout', timeouts: [200] }],
    [
      'a line, with no time left',
      { pattern: '*l', left_s: 0.2, took_s: 0.1 },
      { error: 'timeout', timeouts: [200, 100] },
    ],
  ])('limits each step of reading %s', async (_, more, expected) => {
    await gateway.setup({ plugins: [], now: NOW });
    const args = { data: 'ab\r\ncd', left_s: 10, took_s: 0, step_ms: 500, ...more };
    expect(await gateway.run('deadline_reads', args)).toEqual(expected);
  });

  test.each([
    ['a failed connection', URI, 'idp.example: timeout'],
    ['an invalid URL', 'idp.example/keys?secret=hidden', 'the URL is invalid'],
  ])('reveals no more than the host of the URL after %s', async (_, uri, error) => {
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
  const slowSockets = new Map<string, Socket>();
  const SLOW_STARTS: Readonly<Record<string, string>> = {
    '/body': 'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n',
    '/chunks': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1388\r\n',
    '/headers': 'HTTP/1.1 200 OK\r\nX-Long: ',
    '/status': 'HTTP/1.1 2',
  };
  const LONG = 'abcdefgh'.repeat(8000);
  const COMPLETE: Readonly<Record<string, string>> = {
    '/complete': `HTTP/1.1 200 OK\r\nContent-Length: ${LONG.length}\r\n\r\n${LONG}`,
    '/long-chunk': `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${LONG.length.toString(16)}\r\n${LONG}\r\n0\r\n\r\n`,
    '/line': `HTTP/1.1 200 OK\r\nX-Long: ${LONG}`,
  };

  /** Sends a complete response, or starts one and continues with one byte at a time forever. */
  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        const path = data.toString().split(' ')[1] ?? '';
        const start = SLOW_STARTS[path];
        const predecessor = slowSockets.get(path.replace('/after', ''));
        const respond = () => socket.write(COMPLETE[path] ?? 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
        if (predecessor && !predecessor.closed) predecessor.on('close', respond);
        else if (start === undefined) respond();
        else {
          slowSockets.set(path, socket);
          socket.write(start);
          const timer = setInterval(() => socket.write('1'), 20);
          socket.on('close', () => clearInterval(timer));
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  const fetchLua = (path: string, total_ms = 5000) => `
    do
      local fetch = require "kong.plugins.partner-common.fetch"
      -- Kong runs plugins in separate coroutines if it delays a response.
      local response, err
      local co = coroutine.create(function()
        response, err = fetch.request("http://127.0.0.1:${(server.address() as AddressInfo).port}${path}", {
          connect_timeout_ms = 5000, read_timeout_ms = 5000, total_timeout_ms = ${total_ms}, max_bytes = 65536,
        })
      end)
      assert(coroutine.resume(co))
      ngx.say(response and response.status .. response.body or err)
    end`;

  test('reuses a connection', async () => {
    expect(await runOnOpenResty(fetchLua('/') + fetchLua('/'))).toBe('200{}\n200{}\n');
    expect(sockets.size).toBe(1);
  });

  test.each(['/complete', '/long-chunk'])('returns a long response: %s', async (path) => {
    expect(await runOnOpenResty(fetchLua(path))).toBe(`200${LONG}\n`);
  });

  test('gives up on a line without end', async () => {
    expect(await runOnOpenResty(fetchLua('/line'))).toBe('127.0.0.1: a line is longer than 16384 bytes\n');
  });

  test.each(Object.keys(SLOW_STARTS))(
    'times out on a response that arrives byte by byte, and closes the connection: %s',
    async (path) => {
      // The second response is sent when the first connection is closed.
      const output = await runOnOpenResty(fetchLua(path, 200) + fetchLua(`/after${path}`));
      expect(output).toBe('127.0.0.1: timeout\n200{}\n');
    },
  );
});
