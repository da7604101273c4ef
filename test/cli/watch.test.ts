/** The log and the figures of a running site: what they tell, to whom, and what they never hold. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMetrics } from '../../src/cli/watch/metrics.ts';
import { withMetrics } from '../../src/cli/watch/serve-metrics.ts';
import { type CommandLine, openCommandLine } from '../support/command-line.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Site, startSite } from '../support/site.ts';

const TOKEN = 'a-token-of-the-tests';

describe('a running site', () => {
  let database: TestDatabase;
  let commands: CommandLine;
  let site: Site;

  beforeAll(async () => {
    database = await createTestDatabase();
    commands = openCommandLine(database, { KEPT_LOG: 'info', KEPT_METRICS_TOKEN: TOKEN });
    site = await startSite(commands);
  });
  afterAll(async () => {
    site?.child.kill('SIGKILL');
    commands.close();
    await database.close();
  });

  const metrics = async (): Promise<string> =>
    (await fetch(`${site.origin}/metrics`, { headers: { Authorization: `Bearer ${TOKEN}` } })).text();

  test('a request is one line with its route, status and purposes, and nothing that was typed', async () => {
    await site.post('/en/register', { kind: 'private', legalName: 'Kari Eksempel', email: 'kari@example.no' });
    await fetch(`${site.origin}/en/privacy?version=kari@example.no`);
    await fetch(`${site.origin}/en/kari@example.no`);
    expect(await site.logged({ method: 'POST', route: '/en/register' })).toMatchObject({
      ...{ msg: 'request', status: 200, purposes: ['ordering'], ms: expect.any(Number), time: expect.any(String) },
    });
    expect(await site.logged({ route: '/en/privacy' })).toMatchObject({ method: 'GET', status: 404 });
    expect(await site.logged({ route: 'none' })).toMatchObject({ method: 'GET', status: 404 });
    expect(site.output()).not.toMatch(/kari/i);
  });

  test('a failure is one line with class and code', async () => {
    await database.pool.query('alter table register.product rename to away');
    expect((await fetch(`${site.origin}/en/order`)).status).toBe(500);
    await database.pool.query('alter table register.away rename to product');
    expect(await site.logged({ route: '/en/order' })).toMatchObject({
      ...{ level: 50, status: 500, error: 'EnforcementError', code: 'statement-failed' },
    });
  });

  test('the figures count requests, sessions, commits of the access log, mail, connections and the process', async () => {
    // The first asking counts the mail, which is an entry of the access log by itself.
    await metrics();
    const text = await metrics();
    expect(text).toMatch(/^kept_http_requests_total\{method="POST",route="\/en\/register",status="200"\} 1$/m);
    expect(text).toMatch(
      /^kept_http_request_duration_seconds_bucket\{method="POST",route="\/en\/register",le="\+Inf"\} 1$/m,
    );
    expect(text).toMatch(/^kept_purpose_sessions_total\{purpose="ordering",outcome="done"\} \d+$/m);
    expect(text).toMatch(/^kept_purpose_sessions_total\{purpose="ordering",outcome="failed"\} 1$/m);
    expect(text).toMatch(/^kept_access_log_batches_total\{outcome="kept"\} [1-9]\d*$/m);
    expect(text).toMatch(/^kept_outbox_waiting [1-9]\d*$/m);
    expect(text).toMatch(/^kept_pool_connections\{pool="ordering",state="idle"\} \d+$/m);
    for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'nodejs_heap_used_bytes']) {
      expect(text).toMatch(new RegExp(`^${name} [1-9]`, 'm'));
    }
    expect(text).not.toMatch(/kari/i);
  });

  test('without the token there is no such page', async () => {
    for (const headers of [{}, { Authorization: 'Bearer another' }]) {
      const response = await fetch(`${site.origin}/metrics`, { headers });
      expect([response.status, response.headers.get('Content-Type')]).toEqual([404, expect.stringContaining('html')]);
    }
  });

  test('it ends by itself when asked to', async () => {
    expect(await site.end()).toBe(0);
  });
});

describe('figures without a token', () => {
  const site = { fetch: () => new Response('the site', { status: 404 }) };
  const ask = async (baseUrl: string, remoteAddress: string, headers: Record<string, string> = {}): Promise<number> => {
    const app = withMetrics(site, createMetrics(), { metricsToken: null, baseUrl: new URL(baseUrl) });
    const env = { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } };
    return (await app.fetch(new Request('http://x/metrics', { headers }), env)).status;
  };

  test.each([
    ['this machine, on a site of its own', 'http://localhost:3000', '127.0.0.1', {}, 200],
    ['this machine by its IPv6 address', 'http://[::1]:3000', '::1', {}, 200],
    ['another machine', 'http://localhost:3000', '192.0.2.7', {}, 404],
    [
      'somebody behind a proxy on this machine',
      'http://localhost:3000',
      '127.0.0.1',
      { 'X-Forwarded-For': '192.0.2.7' },
      404,
    ],
    ['anybody, on a site that people reach under a name', 'https://kept.example.com', '127.0.0.1', {}, 404],
  ] as const)('%s', async (_who, baseUrl, remote, headers, status) => {
    expect(await ask(baseUrl, remote, headers)).toBe(status);
  });
});

describe('the text format', () => {
  test('counters, histograms and gauges are written with help, type and escaped labels', async () => {
    const metrics = createMetrics();
    metrics.counter('one_total', 'One.').add({ label: 'a "b"\\\n' }, 2);
    const seconds = metrics.histogram('two_seconds', 'Two.');
    seconds.observe({}, 0.02);
    seconds.observe({}, 20);
    metrics.gauge('three', 'Three.', () => [{ labels: {}, value: 3 }]);
    const text = await metrics.text();
    expect(text).toContain('# HELP one_total One.\n# TYPE one_total counter\none_total{label="a \\"b\\"\\\\\\n"} 2\n');
    expect(text).toContain('two_seconds_bucket{le="0.01"} 0\ntwo_seconds_bucket{le="0.025"} 1\n');
    expect(text).toContain('two_seconds_bucket{le="+Inf"} 2\ntwo_seconds_sum 20.02\ntwo_seconds_count 2\n');
    expect(text).toContain('# TYPE three gauge\nthree 3\n');
  });
});
