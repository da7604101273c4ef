/**
 * The C2SP signed-note format (c2sp.org/signed-note) with Ed25519: a text that carries its signatures in lines that
 * begin with an em dash, so that any verifier of transparency logs can check what this one signed.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { LedgerError } from './ledger-error.ts';

/** The signature type of Ed25519 in key ids and verifier keys. */
const ED25519 = Buffer.from([0x01]);
/** Sixteen is what a verifier must at least accept; a note with more than a hundred is refused unread. */
const MOST_SIGNATURES = 100;
/** The DER head of an Ed25519 public key (RFC 8410), before its 32 bytes. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const MARK = '\u2014 ';

export interface NoteSigner {
  /** The key's name, for a log its origin. */
  readonly name: string;
  /** `name+key id+key`: what others need to check the signatures. */
  readonly verifierKey: string;
  /** The note, whole: text, blank line, signature line. */
  sign(text: string): string;
}

interface NoteVerifier {
  readonly name: string;
  readonly keyId: Buffer;
  readonly publicKey: KeyObject;
}

/**
 * A signer for notes.
 * @param name Not empty, without white space and plus signs.
 * @param privateKey Ed25519: a key object, or PKCS #8 in PEM.
 * @throws LedgerError `key-unusable`.
 */
export function noteSigner(name: string, privateKey: KeyObject | string): NoteSigner {
  const key = typeof privateKey === 'string' ? readPrivateKey(privateKey) : privateKey;
  if (key.type !== 'private' || key.asymmetricKeyType !== 'ed25519' || !isKeyName(name)) {
    throw new LedgerError(
      'key-unusable',
      'the ledger is signed with an Ed25519 private key under a name without spaces',
    );
  }
  const raw = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(SPKI_HEAD.length);
  const keyId = keyIdOf(name, raw);
  return {
    name,
    verifierKey: `${name}+${keyId.toString('hex')}+${Buffer.concat([ED25519, raw]).toString('base64')}`,
    sign(text) {
      assertNoteText(text);
      const signature = Buffer.concat([keyId, sign(null, Buffer.from(text, 'utf8'), key)]);
      return `${text}\n${MARK}${name} ${signature.toString('base64')}\n`;
    },
  };
}

/**
 * Checks a note and gives back its text.
 * @throws LedgerError `note-malformed`, `note-not-signed` (no signature of the key, or a wrong one), `key-unusable`.
 */
export function openNote(note: string, verifierKey: string): string {
  const { name, keyId, publicKey } = readVerifierKey(verifierKey);
  const { text, signatures } = readNote(note);
  const own = signatures.filter((signature) => signature.name === name && signature.keyId.equals(keyId));
  const right = own.filter(({ bytes }) => verify(null, Buffer.from(text, 'utf8'), publicKey, bytes));
  if (own.length === 0) throw new LedgerError('note-not-signed', `the note carries no signature of the key ${name}`);
  if (right.length !== own.length) {
    throw new LedgerError('note-not-signed', `a signature under the key name ${name} does not fit the note's text`);
  }
  return text;
}

/** The key's name in a verifier key: the origin of the log that it belongs to. */
export function nameOfVerifierKey(verifierKey: string): string {
  return readVerifierKey(verifierKey).name;
}

/** SHA-256(name || 0x0A || 0x01 || key)[:4], as signed-note recommends. */
function keyIdOf(name: string, raw: Uint8Array): Buffer {
  return createHash('sha256').update(`${name}\n`, 'utf8').update(ED25519).update(raw).digest().subarray(0, 4);
}

function readVerifierKey(verifierKey: string): NoteVerifier {
  const [name = '', keyId = '', ...rest] = verifierKey.split('+');
  const bytes = decodeBase64(rest.join('+'));
  if (!isKeyName(name) || bytes === null || bytes.length !== 33 || bytes[0] !== ED25519[0]) {
    throw new LedgerError('key-unusable', 'a verifier key is written name+key id+base64 of 0x01 and 32 bytes');
  }
  const raw = bytes.subarray(1);
  const expected = keyIdOf(name, raw);
  if (expected.toString('hex') !== keyId) {
    throw new LedgerError('key-unusable', `the key id ${keyId} is not that of the key, ${expected.toString('hex')}`);
  }
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });
  return { name, keyId: expected, publicKey };
}

interface NoteSignature {
  readonly name: string;
  readonly keyId: Buffer;
  readonly bytes: Buffer;
}

function readNote(note: string): { readonly text: string; readonly signatures: readonly NoteSignature[] } {
  const at = note.lastIndexOf('\n\n');
  const text = note.slice(0, at + 1);
  const tail = note.slice(at + 2);
  if (at < 0 || !tail.endsWith('\n')) throw malformed('it is not a text, a blank line and signature lines');
  assertNoteText(text);
  const lines = tail.slice(0, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw malformed(`it has more than ${MOST_SIGNATURES} signatures`);
  return { text, signatures: lines.map(readSignatureLine) };
}

function readSignatureLine(line: string): NoteSignature {
  const [name = '', encoded = '', ...rest] = line.startsWith(MARK) ? line.slice(MARK.length).split(' ') : [];
  const bytes = decodeBase64(encoded);
  if (!isKeyName(name) || bytes === null || bytes.length < 5 || rest.length > 0) {
    throw malformed('a signature line is an em dash, a key name and base64');
  }
  return { name, keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4) };
}

function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\s+\u0085]/u.test(name);
}

function assertNoteText(text: string): void {
  const controls = Array.from(text).some((letter) => letter < ' ' && letter !== '\n');
  if (!text.endsWith('\n') || !text.isWellFormed() || controls) {
    throw malformed('its text is not UTF-8 lines without control characters that end in a newline');
  }
}

function malformed(what: string): LedgerError {
  return new LedgerError('note-malformed', `not a signed note: ${what}`);
}

/** Standard base64 with padding, read strictly: what is not the one spelling of its bytes is refused. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : null;
}

function readPrivateKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new LedgerError('key-unusable', 'the ledger key is not a private key in PKCS #8 PEM', { cause });
  }
}
