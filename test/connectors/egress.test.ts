/** Nothing is sent to a host that the policy does not name, and no answer leads anywhere else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEgress, type EgressFault, registeredHosts } from '../../src/connectors/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import { type AnsweringServer, openAnsweringServer } from '../support/answering-server.ts';

const POLICY = {
  recipients: { bureau: { name: 'bureau', hosts: ['credit.example.com'] } },
  sources: { register: { name: 'register', hosts: ['register.example.no'] } },
} as unknown as Pick<Policy, 'recipients' | 'sources'>;

let server: AnsweringServer;
beforeAll(async () => {
  server = await openAnsweringServer(() => ({ status: 200, body: 'seen' }));
});
afterAll(() => server.close());

/** Counts what would have left the machine. */
function gate() {
  const sent: string[] = [];
  const fetch = async (url: string | URL | Request): Promise<Response> => {
    sent.push(String(url));
    return new Response('answered');
  };
  return { egress: createEgress(POLICY, { fetch }), sent };
}

const GET = { method: 'GET', headers: {} } as const;
const outcome = (work: Promise<{ text: string }>): Promise<string> =>
  work.then(
    ({ text }) => text,
    (error: { code: EgressFault }) => error.code,
  );

describe('the gate', () => {
  test('lets through to the hosts that recipients and sources declare', async () => {
    const { egress, sent } = gate();
    for (const url of ['https://credit.example.com/v1/checks', 'https://register.example.no/api']) {
      expect(await outcome(egress.send(new URL(url), GET))).toBe('answered');
    }
    expect(sent).toHaveLength(2);
    expect([...registeredHosts(POLICY).values()]).toEqual(['bureau', 'register']);
  });

  test.each([
    ['https://tracker.example.net/collect', 'host-not-registered'],
    ['https://credit.example.com.evil.example.net/', 'host-not-registered'],
    ['https://sub.credit.example.com/', 'host-not-registered'],
    ['http://credit.example.com/', 'not-encrypted'],
    ['ftp://register.example.no/', 'not-encrypted'],
    ['https://credit.example.com@tracker.example.net/', 'host-not-registered'],
  ])('sends nothing to %s', async (url, fault) => {
    const { egress, sent } = gate();
    expect(await outcome(egress.send(new URL(url), GET))).toBe(fault);
    expect(sent).toEqual([]);
  });

  test('tells of a refusal by the host alone: an address may hold a number of somebody', async () => {
    const { egress } = gate();
    const refused = egress.send(new URL('https://tracker.example.net/enheter/123456785'), GET);
    await expect(refused).rejects.toThrow(/^host-not-registered: tracker\.example\.net$/);
  });

  test('follows no redirect, which could lead to a host that nobody registered', async () => {
    server.answer(() => ({ status: 302, headers: { Location: 'https://tracker.example.net/' }, body: '' }));
    expect(await outcome(createEgress(POLICY).send(server.url, GET))).toBe('redirected');
  });

  test('gives up an answer that does not come, and one that does not end', async () => {
    server.answer(() => null);
    expect(await outcome(createEgress(POLICY, { timeoutMs: 60 }).send(server.url, GET))).toBe('timeout');
    server.answer(() => ({ status: 200, body: 'x'.repeat(5000) }));
    expect(await outcome(createEgress(POLICY, { largestAnswer: 1000 }).send(server.url, GET))).toBe('too-large');
  });

  test('says that nobody answers where there is no server', async () => {
    const gone = await openAnsweringServer(() => null);
    await gone.close();
    expect(await outcome(createEgress(POLICY).send(gone.url, GET))).toBe('unreachable');
  });
});
