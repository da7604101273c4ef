/**
 * The gate that all outgoing HTTP of the product goes through. It knows the hosts that the policy's recipients and named
 * sources declare, and calls no other: a wrong setting or a redirect leads nowhere instead of to a stranger.
 */
import { isThisMachine } from '../enforcement/index.ts';
import type { Policy } from '../policy/index.ts';

/** Why an HTTP request was not sent, or why its answer is not to be had. */
export type EgressFault =
  | 'host-not-registered'
  | 'not-encrypted'
  | 'timeout'
  | 'unreachable'
  | 'redirected'
  | 'too-large';

/** Names the host at most; never the address, which may hold a number of somebody. */
export class EgressError extends Error {
  override readonly name = 'EgressError';
  readonly code: EgressFault;
  readonly host: string;
  constructor(code: EgressFault, host: string, options?: ErrorOptions) {
    super(`${code}: ${host}`, options);
    this.code = code;
    this.host = host;
  }
}

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface IncomingAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Egress {
  /** @throws EgressError where the host is not registered, or there was no answer that can be read. */
  send(url: URL, request: OutgoingRequest): Promise<IncomingAnswer>;
}

export interface EgressOptions {
  /** Milliseconds that an answer is waited for. */
  readonly timeoutMs?: number;
  /** Bytes of an answer at most. */
  readonly largestAnswer?: number;
  /** What sends; the platform's own `fetch` unless given. */
  readonly fetch?: typeof globalThis.fetch;
}

const TIMEOUT_MS = 8_000;
const LARGEST_ANSWER = 1_000_000;

/** Who each host belongs to, by the names of recipients and sources. */
export function registeredHosts({ recipients, sources }: Pick<Policy, 'recipients' | 'sources'>): Map<string, string> {
  return new Map(
    [...Object.values(recipients), ...Object.values(sources)].flatMap(({ name, hosts }) =>
      hosts.map((host): [string, string] => [host, name]),
    ),
  );
}

/** Whether the gate lets an HTTP request through. */
function refusalOf(url: URL, hosts: ReadonlyMap<string, string>): EgressFault | null {
  if (isThisMachine(url.hostname)) return null;
  if (!hosts.has(url.hostname)) return 'host-not-registered';
  return url.protocol === 'https:' ? null : 'not-encrypted';
}

export function createEgress(policy: Pick<Policy, 'recipients' | 'sources'>, options: EgressOptions = {}): Egress {
  const hosts = registeredHosts(policy);
  const { timeoutMs = TIMEOUT_MS, largestAnswer = LARGEST_ANSWER, fetch = globalThis.fetch } = options;
  return {
    async send(url, { method, headers, body }) {
      const refused = refusalOf(url, hosts);
      if (refused !== null) throw new EgressError(refused, url.hostname);
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const sent = { method, headers, signal, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
        const answer = await fetch(url, sent);
        if (answer.status >= 300 && answer.status < 400) {
          await answer.body?.cancel();
          throw new EgressError('redirected', url.hostname);
        }
        return { status: answer.status, headers: answer.headers, text: await textOf(answer, url, largestAnswer) };
      } catch (cause) {
        if (cause instanceof EgressError) throw cause;
        throw new EgressError(signal.aborted ? 'timeout' : 'unreachable', url.hostname, { cause });
      }
    },
  };
}

/** Reads no more than it may, whatever length the answer claims. */
async function textOf(answer: Response, url: URL, largest: number): Promise<string> {
  if (answer.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of answer.body) {
    length += chunk.byteLength;
    if (length > largest) throw new EgressError('too-large', url.hostname);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
