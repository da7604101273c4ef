/**
 * The only place that reads the environment. Everything that can be configured is one row of `VARIABLES`: the page
 * `docs/reference/configuration.md` is derived from it, and a test compares them.
 */
import { resolve } from 'node:path';
import type { Language, LocalizedText } from '../policy/index.ts';

export interface Variable {
  readonly name: string;
  /** As the documentation shows it; empty for none. */
  readonly byDefault: string;
  readonly does: LocalizedText;
}

export const VARIABLES: readonly Variable[] = [
  {
    name: 'PORT',
    byDefault: '3000',
    does: { nb: 'Porten nettstedet svarer på.', en: 'The port that the web site answers on.' },
  },
  {
    name: 'KEPT_HOST',
    byDefault: '127.0.0.1',
    does: {
      nb: 'Adressen nettstedet lytter på. Sett 0.0.0.0 bak en omvendt mellomtjener.',
      en: 'The address that the web site listens on. Set 0.0.0.0 behind a reverse proxy.',
    },
  },
  {
    name: 'KEPT_BASE_URL',
    byDefault: 'http://localhost:PORT',
    does: {
      nb: 'Adressen folk når nettstedet på. Med https blir informasjonskapsler sikre og HSTS slås på.',
      en: 'The address people reach the web site at. With https, cookies become secure and HSTS is sent.',
    },
  },
  {
    name: 'DATABASE_URL',
    byDefault: '',
    does: {
      nb: 'En PostgreSQL-tjener (16 eller nyere), som postgres://bruker:passord@vert/base. Brukeren eier basen og kan lage roller. Uten den brukes den innebygde.',
      en: 'A PostgreSQL server (16 or later), as postgres://user:password@host/database. The user owns the database and may create roles. Without it the embedded one is used.',
    },
  },
  {
    name: 'KEPT_DATA',
    byDefault: '.kept/',
    does: {
      nb: 'Mappen for den innebygde databasen, nøkler og sjekkpunkter.',
      en: 'The folder of the embedded database, keys and checkpoints.',
    },
  },
  {
    name: 'KEPT_POLICY',
    byDefault: 'policies/easy-step/',
    does: { nb: 'Mappen med policyen som gjelder.', en: 'The folder with the policy in force.' },
  },
  {
    name: 'KEPT_SECRET',
    byDefault: 'KEPT_DATA/secret',
    does: {
      nb: 'Hemmeligheten som rollenes passord og øktene avledes av, minst 32 tegn. Uten den lages en fil med rettighetene 0600.',
      en: 'The secret that role passwords and sessions are derived from, at least 32 characters. Without it a file with mode 0600 is made.',
    },
  },
  {
    name: 'KEPT_LEDGER_KEY',
    byDefault: 'KEPT_DATA/ledger.key',
    does: {
      nb: 'Filen med hovedbokens private nøkkel (Ed25519, PKCS #8 PEM). Lages ved første start.',
      en: 'The file with the ledger’s private key (Ed25519, PKCS #8 PEM). Made at first start.',
    },
  },
  {
    name: 'KEPT_WITNESS',
    byDefault: 'KEPT_DATA/witness/',
    does: {
      nb: 'Mappen som signerte sjekkpunkter skrives til, utenfor databasen. Legg den helst på en annen maskin.',
      en: 'The folder that signed checkpoints are written to, outside the database. Best on another machine.',
    },
  },
  {
    name: 'KEPT_SMTP_URL',
    byDefault: '',
    does: {
      nb: 'E-posttjeneren, som smtp://bruker:passord@vert:587. Uten den blir meldinger liggende i utboksen.',
      en: 'The mail server, as smtp://user:password@host:587. Without it messages stay in the outbox.',
    },
  },
  {
    name: 'KEPT_MAIL_FROM',
    byDefault: 'controller.email',
    does: { nb: 'Avsenderadressen for e-post.', en: 'The address that mail is sent from.' },
  },
  {
    name: 'KEPT_OIDC_ISSUER',
    byDefault: '',
    does: {
      nb: 'Utstederen for innlogging med OpenID Connect (BankID, Vipps, Entra …).',
      en: 'The issuer for sign-in with OpenID Connect (BankID, Vipps, Entra …).',
    },
  },
  {
    name: 'KEPT_OIDC_CLIENT_ID',
    byDefault: '',
    does: { nb: 'Klient-ID hos utstederen.', en: 'The client id at the issuer.' },
  },
  {
    name: 'KEPT_OIDC_CLIENT_SECRET',
    byDefault: '',
    does: { nb: 'Klienthemmeligheten hos utstederen.', en: 'The client secret at the issuer.' },
  },
  {
    name: 'KEPT_OIDC_NAME',
    byDefault: 'OpenID Connect',
    does: { nb: 'Navnet på knappen for innlogging.', en: 'The name on the sign-in button.' },
  },
  {
    name: 'KEPT_LANGUAGE',
    byDefault: 'LANG',
    does: {
      nb: 'Språket på kommandolinjen: nb eller en. Uten den avgjør LANG.',
      en: 'The language of the command line: nb or en. Without it LANG decides.',
    },
  },
  {
    name: 'KEPT_LOG',
    byDefault: 'warn',
    does: {
      nb: 'Hvor mye som logges: fatal, error, warn, info, debug eller silent.',
      en: 'How much is logged: fatal, error, warn, info, debug or silent.',
    },
  },
];

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
  readonly oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  readonly language: Language;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** A variable whose value cannot be used. The value itself is not repeated: it may be a secret. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly variable: string;
  readonly wayOut: LocalizedText;
  constructor(variable: string, wayOut: LocalizedText) {
    super(`${variable}: ${wayOut.en}`);
    this.variable = variable;
    this.wayOut = wayOut;
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
  const secret = get('KEPT_SECRET');
  if (secret !== null && secret.length < 32) {
    throw new EnvironmentError('KEPT_SECRET', {
      nb: 'må ha minst 32 tegn; lag en med: openssl rand -hex 32',
      en: 'needs at least 32 characters; make one with: openssl rand -hex 32',
    });
  }
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
    oidc: oidcOf(get),
    language: languageOf(get('KEPT_LANGUAGE'), get('LC_ALL') ?? get('LANG')),
    logLevel: logLevelOf(get('KEPT_LOG')),
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

function languageOf(chosen: string | null, locale: string | null): Language {
  if (chosen !== null && chosen !== 'nb' && chosen !== 'en') {
    throw new EnvironmentError('KEPT_LANGUAGE', { nb: 'må være nb eller en', en: 'must be nb or en' });
  }
  if (chosen !== null) return chosen;
  return /^(nb|nn|no)/.test(locale ?? '') ? 'nb' : 'en';
}

function logLevelOf(value: string | null): (typeof LOG_LEVELS)[number] {
  const level = LOG_LEVELS.find((known) => known === (value ?? 'warn'));
  if (level !== undefined) return level;
  throw new EnvironmentError('KEPT_LOG', {
    nb: `må være en av ${LOG_LEVELS.join(', ')}`,
    en: `must be one of ${LOG_LEVELS.join(', ')}`,
  });
}
