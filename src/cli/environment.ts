/** Turns environment variables into settings; what can be set is listed in `variables.ts`. */
import { resolve } from 'node:path';
import { isThisMachine } from '../enforcement/index.ts';
import type { Language, LocalizedText } from '../policy/index.ts';
import { ToldError } from '../postgres/index.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly baseUrl: URL;
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly policyFolder: string;
  readonly secret: string | null;
  readonly ledgerKeyFile: string;
  readonly witnessFolder: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** The mailbox that is emptied, and where mail goes that was stored; null where none is. */
  readonly imap: { readonly url: URL; readonly doneFolder: string } | null;
  readonly mailHookSecret: string | null;
  readonly oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  /** Proxies between the internet and this process. */
  readonly trustedProxies: number;
  readonly language: Language;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly metricsToken: string | null;
  /** Null: companies are not looked up. */
  readonly companyRegisterUrl: URL | null;
  /** Null: no credit is checked. */
  readonly creditBureau: { readonly url: URL; readonly token: string } | null;
}

/** A variable whose value cannot be used. The value itself is not repeated: it may be a secret. */
export class EnvironmentError extends ToldError {
  override readonly name = 'EnvironmentError';
  readonly variable: string;
  constructor(variable: string, wayOut: LocalizedText) {
    super({ nb: `${variable}: ${wayOut.nb}`, en: `${variable}: ${wayOut.en}` });
    this.variable = variable;
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment.
 * @param variables As `process.env`; an empty value counts as not set.
 * @param folder Relative paths are resolved from here.
 * @throws EnvironmentError for the first variable that cannot be used.
 */
export function readEnvironment(variables: Variables, folder: string): Environment {
  const get = (name: string): string | null => variables[name] || null;
  const path = (name: string, byDefault: string): string => resolve(folder, get(name) ?? byDefault);
  const port = portOf(get('PORT'));
  const dataFolder = path('KEPT_DATA', '.kept');
  const secret = secretOf('KEPT_SECRET', get('KEPT_SECRET'));
  return {
    port,
    host: get('KEPT_HOST') ?? '127.0.0.1',
    baseUrl: urlOf('KEPT_BASE_URL', get('KEPT_BASE_URL') ?? `http://localhost:${port}`, ['http:', 'https:']),
    databaseUrl: databaseUrlOf(get('DATABASE_URL')),
    dataFolder,
    policyFolder: path('KEPT_POLICY', 'policies/easy-step'),
    secret,
    ledgerKeyFile: path('KEPT_LEDGER_KEY', `${dataFolder}/ledger.key`),
    witnessFolder: path('KEPT_WITNESS', `${dataFolder}/witness`),
    smtpUrl: smtpUrlOf(get('KEPT_SMTP_URL')),
    mailFrom: get('KEPT_MAIL_FROM'),
    imap: imapOf(get('KEPT_IMAP_URL'), get('KEPT_IMAP_DONE') ?? 'Kept'),
    mailHookSecret: secretOf('KEPT_MAIL_HOOK_SECRET', get('KEPT_MAIL_HOOK_SECRET')),
    oidc: oidcOf(get),
    trustedProxies: proxiesOf(get('KEPT_TRUST_PROXY')),
    language: chosenLanguage(get('KEPT_LANGUAGE')) ?? languageOf(variables),
    logLevel: logLevelOf(get('KEPT_LOG')),
    metricsToken: metricsTokenOf(get('KEPT_METRICS_TOKEN')),
    companyRegisterUrl: serviceUrlOf('KEPT_COMPANY_REGISTER', get('KEPT_COMPANY_REGISTER')),
    creditBureau: creditBureauOf(get),
  };
}

function portOf(value: string | null): number {
  const port = Number(value ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new EnvironmentError('PORT', {
      nb: 'må være et helt tall fra 0 til 65535',
      en: 'must be a whole number from 0 to 65535',
    });
  }
  return port;
}

function proxiesOf(value: string | null): number {
  const proxies = Number(value ?? '0');
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 10) {
    throw new EnvironmentError('KEPT_TRUST_PROXY', {
      nb: 'må være antall mellomtjenere foran nettstedet, fra 0 til 10',
      en: 'must be the number of proxies before the web site, from 0 to 10',
    });
  }
  return proxies;
}

function urlOf(variable: string, value: string, protocols: readonly string[]): URL {
  const url = URL.parse(value);
  if (url === null || !protocols.includes(url.protocol)) {
    const list = protocols.map((protocol) => `${protocol}//`).join(', ');
    throw new EnvironmentError(variable, { nb: `må begynne med ${list}`, en: `must begin with ${list}` });
  }
  return url;
}

function databaseUrlOf(value: string | null): string | null {
  return value === null ? null : urlOf('DATABASE_URL', value, ['postgres:', 'postgresql:']).href;
}

function smtpUrlOf(value: string | null): string | null {
  return value === null ? null : urlOf('KEPT_SMTP_URL', value, ['smtp:', 'smtps:']).href;
}

function imapOf(value: string | null, doneFolder: string): Environment['imap'] {
  if (value === null) return null;
  const url = urlOf('KEPT_IMAP_URL', value, ['imap:', 'imaps:']);
  if (url.username === '' || url.hostname === '') {
    throw new EnvironmentError('KEPT_IMAP_URL', {
      nb: 'må ha bruker og vert, som imaps://bruker:passord@vert/INBOX',
      en: 'needs a user and a host, as imaps://user:password@host/INBOX',
    });
  }
  return { url, doneFolder };
}

function secretOf(variable: string, secret: string | null): string | null {
  if (secret === null || secret.length >= 32) return secret;
  throw new EnvironmentError(variable, {
    nb: 'må ha minst 32 tegn; lag en med: openssl rand -hex 32',
    en: 'needs at least 32 characters; make one with: openssl rand -hex 32',
  });
}

function oidcOf(get: (name: string) => string | null): Environment['oidc'] {
  const issuer = get('KEPT_OIDC_ISSUER');
  if (issuer === null) return null;
  const clientId = get('KEPT_OIDC_CLIENT_ID');
  const clientSecret = get('KEPT_OIDC_CLIENT_SECRET');
  if (clientId === null || clientSecret === null) {
    throw new EnvironmentError('KEPT_OIDC_CLIENT_ID', {
      nb: 'og KEPT_OIDC_CLIENT_SECRET trengs når KEPT_OIDC_ISSUER er satt',
      en: 'and KEPT_OIDC_CLIENT_SECRET are needed when KEPT_OIDC_ISSUER is set',
    });
  }
  urlOf('KEPT_OIDC_ISSUER', issuer, ['http:', 'https:']);
  return { issuer, clientId, clientSecret, name: get('KEPT_OIDC_NAME') ?? 'OpenID Connect' };
}

/** What is asked about people and companies is asked in secret, unless it never leaves the machine. */
function serviceUrlOf(variable: string, value: string | null): URL | null {
  if (value === null) return null;
  const url = URL.parse(value);
  const near = url !== null && isThisMachine(url.hostname);
  return urlOf(variable, value, near ? ['https:', 'http:'] : ['https:']);
}

function creditBureauOf(get: (name: string) => string | null): Environment['creditBureau'] {
  const url = serviceUrlOf('KEPT_CREDIT_URL', get('KEPT_CREDIT_URL'));
  if (url === null) return null;
  const token = get('KEPT_CREDIT_TOKEN');
  if (token !== null && /^[\x21-\x7e]+$/.test(token)) return { url, token };
  throw new EnvironmentError('KEPT_CREDIT_TOKEN', {
    nb: 'trengs når KEPT_CREDIT_URL er satt, uten mellomrom: nøkkelen dere har fått av kredittopplysningsforetaket',
    en: 'is needed when KEPT_CREDIT_URL is set, without spaces: the key that the credit bureau has given you',
  });
}

function chosenLanguage(chosen: string | null): Language | null {
  if (chosen !== null && chosen !== 'nb' && chosen !== 'en') {
    throw new EnvironmentError('KEPT_LANGUAGE', { nb: 'må være nb eller en', en: 'must be nb or en' });
  }
  return chosen;
}

/** The language to speak on the terminal, also where the rest of the environment cannot be used. */
export function languageOf(variables: Variables): Language {
  const { KEPT_LANGUAGE: chosen, LC_ALL: all, LANG: lang } = variables;
  if (chosen === 'nb' || chosen === 'en') return chosen;
  return /^(nb|nn|no)/.test(all || lang || '') ? 'nb' : 'en';
}

function logLevelOf(value: string | null): (typeof LOG_LEVELS)[number] {
  const level = LOG_LEVELS.find((known) => known === (value ?? 'warn'));
  if (level !== undefined) return level;
  throw new EnvironmentError('KEPT_LOG', {
    nb: `må være en av ${LOG_LEVELS.join(', ')}`,
    en: `must be one of ${LOG_LEVELS.join(', ')}`,
  });
}

function metricsTokenOf(token: string | null): string | null {
  if (token === null || /^[\x21-\x7e]{16,}$/.test(token)) return token;
  throw new EnvironmentError('KEPT_METRICS_TOKEN', {
    nb: 'må ha minst 16 tegn uten mellomrom; lag en med: openssl rand -hex 32',
    en: 'needs at least 16 characters without spaces; make one with: openssl rand -hex 32',
  });
}
