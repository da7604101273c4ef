/**
 * The installation's secret and the ledger's signing key: files with mode 0600 that are made at first start. Neither
 * ever goes into the database.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ToldError } from '../postgres/index.ts';
import type { Environment } from './environment.ts';

export interface Keys {
  /** What role passwords and sessions are derived from. */
  readonly secret: Buffer;
  /** Ed25519. */
  readonly ledgerKey: KeyObject;
}

/**
 * Reads both keys, making what is missing.
 * @throws Error when a key file holds something else than a key or is somebody else's; the message names the file.
 */
export function readKeys(environment: Environment): Keys {
  mkdirSync(environment.dataFolder, { recursive: true });
  return { secret: readSecret(environment), ledgerKey: readLedgerKey(environment.ledgerKeyFile) };
}

function readSecret(environment: Environment): Buffer {
  if (environment.secret !== null) return Buffer.from(environment.secret, 'utf8');
  const file = `${environment.dataFolder}/secret`;
  const text = readOrMake(file, () => `${randomBytes(32).toString('hex')}\n`).trim();
  if (!/^[0-9a-f]{64,}$/.test(text)) {
    throw new ToldError({
      nb: `${file} har ikke en hemmelighet på 64 heksadesimale sifre; legg den rette tilbake, eller sett KEPT_SECRET`,
      en: `${file} does not hold a secret of 64 hexadecimal digits; put the right one back, or set KEPT_SECRET`,
    });
  }
  return Buffer.from(text, 'utf8');
}

function readLedgerKey(file: string): KeyObject {
  const pem = readOrMake(file, () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  });
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`found a key of type ${key.asymmetricKeyType}`);
    return key;
  } catch (cause) {
    const says = {
      nb: `${file} har ikke en privat nøkkel av slaget Ed25519 (PKCS #8 PEM); legg den rette tilbake`,
      en: `${file} does not hold an Ed25519 private key (PKCS #8 PEM); put the right one back`,
    };
    throw new ToldError(says, { cause });
  }
}

/** Two processes may start at once: `wx` lets one write and the other read what was written. */
function readOrMake(file: string, make: () => string): string {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  refuseForeign(file);
  return readFileSync(file, 'utf8');
}

/** A key that others put there or can read opens every door that it opens here. Windows keeps rights another way. */
function refuseForeign(file: string): void {
  const me = process.getuid?.();
  if (me === undefined) return;
  const { uid, mode } = statSync(file);
  if (uid !== me && uid !== 0) {
    throw new ToldError({
      nb: `${file} tilhører en annen bruker av maskinen; ta den bort, eller bruk chown hvis det var du som la den der`,
      en: `${file} belongs to another user of this machine; take it away, or chown it if you put it there`,
    });
  }
  if ((mode & 0o007) !== 0 || (mode & 0o020) !== 0) {
    throw new ToldError({
      nb: `${file} kan leses av andre på maskinen; gjør den til din alene med: chmod 600 ${file}`,
      en: `${file} can be read by others on this machine; make it yours alone with: chmod 600 ${file}`,
    });
  }
}
