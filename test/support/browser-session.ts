/** A browser without a screen: keeps cookies, follows no redirect by itself, sends forms as a page of the site does. */
import { sealedLinks } from '../../src/records/index.ts';
import type { EasyStepWeb } from './easy-step-web.ts';

export interface Answer {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** Where a redirect leads; null for other answers. */
  readonly location: string | null;
}

export interface BrowserSession {
  get(path: string): Promise<Answer>;
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Follows redirects from an answer to the page they end at. */
  follow(answer: Answer): Promise<Answer>;
  /** By name, with the attributes they came with. */
  readonly cookies: ReadonlyMap<string, { readonly value: string; readonly line: string }>;
  setCookie(name: string, value: string): void;
}

/** @param client The IP address it comes from. */
export function browserSession(
  { app }: Pick<EasyStepWeb, 'app'>,
  origin: string,
  client = '192.0.2.10',
): BrowserSession {
  const cookies = new Map<string, { value: string; line: string }>();
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, { value }]) => `${name}=${value}`).join('; '));
    const response = await app.request(new URL(path, origin).href, { ...init, headers }, { clientAddress: client });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/Max-Age=0\b/i.test(line)) cookies.delete(name);
      else cookies.set(name, { value: pair.slice(pair.indexOf('=') + 1), line });
    }
    const location = response.headers.get('location');
    return { status: response.status, html: await response.text(), headers: response.headers, location };
  };
  return {
    cookies,
    setCookie: (name, value) => void cookies.set(name, { value, line: '' }),
    get: (path) => send(path, {}),
    post: (path, fields, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    async follow(answer) {
      let at = answer;
      for (let hops = 0; at.location !== null && hops < 5; hops += 1) at = await this.get(at.location);
      return at;
    },
  };
}

/** The token of the newest sign-in link in the outbox; null when none was written. */
export async function mailedToken({ database, accounts }: EasyStepWeb, address: string): Promise<string | null> {
  await accounts.idle();
  const { rows } = await database.pool.query<{ body_text: string }>(
    `select body_text from kept.outbox where lower(addressee) = lower($1) and template = 'sign-in-link'
      order by created_at desc, mail_id desc limit 1`,
    [address],
  );
  const text = sealedLinks(database.secret).reveal(rows[0]?.body_text ?? '');
  return /[?&]token=([A-Za-z0-9]+)[\n&]/.exec(text)?.[1] ?? null;
}
