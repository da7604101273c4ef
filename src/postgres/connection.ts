/** How one connects: settings as data, read from a URL or derived for another role of the same database. */
import { ToldError } from './told-error.ts';

export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** `verify`: TLS with the certificate checked; `require`: TLS only; null: plain. */
  readonly tls: 'verify' | 'require' | null;
}

/**
 * Reads `postgres://user:password@host:port/database?sslmode=…`.
 * @throws ToldError that names the missing part; the URL itself is not repeated, it holds a password.
 */
export function connectionFromUrl(url: string): ConnectionSettings {
  const parsed = URL.parse(url);
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new ToldError({
      nb: 'DATABASE_URL må begynne med postgres://',
      en: 'DATABASE_URL must begin with postgres://',
    });
  }
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (database === '') {
    throw new ToldError({
      nb: 'DATABASE_URL nevner ingen database: legg til /navn etter verten',
      en: 'DATABASE_URL names no database: add /name after the host',
    });
  }
  if (parsed.username === '') {
    throw new ToldError({
      nb: 'DATABASE_URL nevner ingen bruker: legg til bruker:passord@ foran verten',
      en: 'DATABASE_URL names no user: add user:password@ before the host',
    });
  }
  const mode = parsed.searchParams.get('sslmode');
  return {
    host: parsed.hostname || 'localhost',
    port: parsed.port === '' ? 5432 : Number(parsed.port),
    database,
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    tls: mode === 'verify-full' || mode === 'verify-ca' ? 'verify' : mode === 'require' ? 'require' : null,
  };
}

/** The same database, as another role. */
export function settingsForRole(settings: ConnectionSettings, user: string, password: string): ConnectionSettings {
  return { ...settings, user, password };
}

/** The URL for psql and other programs; it holds the password. */
export function urlOf(settings: ConnectionSettings): string {
  const mode = settings.tls === null ? '' : `?sslmode=${settings.tls === 'verify' ? 'verify-full' : 'require'}`;
  const user = `${encodeURIComponent(settings.user)}:${encodeURIComponent(settings.password)}`;
  return `postgresql://${user}@${settings.host}:${settings.port}/${encodeURIComponent(settings.database)}${mode}`;
}
