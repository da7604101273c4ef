/** A real provider of OpenID Connect on loopback, that vouches for whom the test says. */
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { freePort } from './served-web.ts';

export interface Vouched {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

export interface OpenIdTestProvider {
  readonly settings: { issuer: string; clientId: string; clientSecret: string; name: string };
  /** Whom it vouches for from now on. */
  vouchFor(person: Vouched): void;
  /** Goes through the provider from where the site has sent the browser, back to the site. @returns Where it sends to. */
  visit(url: string): Promise<string>;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'kept', clientSecret: 'a secret that only the test has' };

interface GrantContext {
  readonly oidc: { readonly client: { clientId: string }; readonly session: { accountId: string } };
}

/** @param siteOrigin Where the site is. */
export async function openIdTestProvider(siteOrigin: string): Promise<OpenIdTestProvider> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  let person: Vouched = { sub: 'nobody', email: '', email_verified: false };
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, response_types: ['code'] },
        ...{ grant_types: ['authorization_code'], redirect_uris: [`${siteOrigin}/api/auth/callback/openid`] },
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ ...person, sub }) }),
    interactions: { url: () => '/interaction' },
    loadExistingGrant: async ({ oidc }: GrantContext) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = await new Promise<Server>((resolve) => {
    const made = createServer((request, response) => {
      if (!request.url?.startsWith('/interaction')) answer(request, response);
      else void provider.interactionFinished(request, response, { login: { accountId: person.sub } });
    }).listen(port, 'localhost', () => resolve(made));
  });
  return {
    settings: { ...CLIENT, issuer, name: 'Prøvetilbyder' },
    vouchFor: (next) => {
      person = next;
    },
    visit: (url) => visit(url, siteOrigin),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Follows the provider's redirects with its cookies. */
async function visit(url: string, siteOrigin: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = url;
  for (let hops = 0; hops < 10; hops += 1) {
    const header = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: header === '' ? {} : { Cookie: header } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`the provider stopped at ${new URL(at).pathname}: ${response.status}`);
    at = new URL(location, at).href;
    if (at.startsWith(siteOrigin)) return at;
  }
  throw new Error('the provider goes in circles');
}
