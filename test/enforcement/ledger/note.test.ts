/**
 * Signed notes and checkpoints byte for byte: against a note and keys that the format's first implementation publishes,
 * and against each rule of the format that a careless writer would break.
 */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LedgerError, noteSigner, openCheckpoint, openNote, parseCheckpoint } from '../../../src/enforcement/index.ts';

const PUBLISHED_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PUBLISHED_TEXT =
  'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
    '’',
    "'",
  );
const PUBLISHED_NOTE = `${PUBLISHED_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
/** The published example's private key as its 32-byte seed, in PKCS #8. */
const SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const PUBLISHED_PEM = `-----BEGIN PRIVATE KEY-----\n${Buffer.concat([
  Buffer.from('302e020100300506032b657004220420', 'hex'),
  SEED,
]).toString('base64')}\n-----END PRIVATE KEY-----\n`;

const { privateKey } = generateKeyPairSync('ed25519');
const signer = noteSigner('kept.example/test', privateKey);
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof LedgerError ? error.code : 'another error';
  }
};

describe('signed notes', () => {
  test('a note that another implementation published verifies under its published key', () => {
    expect(openNote(PUBLISHED_NOTE, PUBLISHED_KEY)).toBe(PUBLISHED_TEXT);
  });

  test('the published private key gives the published note, byte for byte', () => {
    const published = noteSigner('PeterNeumann', PUBLISHED_PEM);
    expect(published.verifierKey).toBe(PUBLISHED_KEY);
    expect(published.sign(PUBLISHED_TEXT)).toBe(PUBLISHED_NOTE);
  });

  test('a note has its text, a blank line, and a line of em dash, key name and base64', () => {
    expect(signer.sign('one\n\ntwo\n')).toMatch(/^one\n\ntwo\n\n\u2014 kept\.example\/test [A-Za-z0-9+/]+=*\n$/);
    expect(openNote(signer.sign('one\n\ntwo\n'), signer.verifierKey)).toBe('one\n\ntwo\n');
  });

  test('a signature of somebody else beside the known one does no harm', () => {
    const other = noteSigner('witness.example', generateKeyPairSync('ed25519').privateKey);
    const note = signer.sign('text\n');
    const line = other.sign('text\n').split('\n\n')[1] ?? '';
    expect(openNote(note + line, signer.verifierKey)).toBe('text\n');
  });

  test('a changed text, a missing signature and a foreign key are each refused by name', () => {
    const note = signer.sign('text\n');
    const namesake = noteSigner('kept.example/test', generateKeyPairSync('ed25519').privateKey);
    expect(codeOf(() => openNote(note.replace('text', 'Text'), signer.verifierKey))).toBe('note-not-signed');
    expect(codeOf(() => openNote(note, namesake.verifierKey))).toBe('note-not-signed');
    expect(codeOf(() => openNote('text\n', signer.verifierKey))).toBe('note-malformed');
    expect(codeOf(() => openNote(note.trimEnd(), signer.verifierKey))).toBe('note-malformed');
    expect(codeOf(() => openNote(note.replace('—', '-'), signer.verifierKey))).toBe('note-malformed');
  });

  test('control characters and a text without its last newline are never signed', () => {
    expect(codeOf(() => signer.sign('a\tb\n'))).toBe('note-malformed');
    expect(codeOf(() => signer.sign('a'))).toBe('note-malformed');
  });

  test('a key name with a space or a plus sign, and a key of another kind, are refused', () => {
    expect(codeOf(() => noteSigner('two words', privateKey))).toBe('key-unusable');
    expect(codeOf(() => noteSigner('a+b', privateKey))).toBe('key-unusable');
    const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(codeOf(() => noteSigner('name', other))).toBe('key-unusable');
    expect(codeOf(() => noteSigner('name', 'not a key'))).toBe('key-unusable');
    expect(codeOf(() => openNote(PUBLISHED_NOTE, PUBLISHED_KEY.replace('c74f20a3', 'c74f20a4')))).toBe('key-unusable');
  });
});

describe('checkpoints', () => {
  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';

  test('the text of the example in the format reads as origin, size and root', () => {
    const checkpoint = parseCheckpoint(`example.com/behind-the-sofa\n20852163\n${root}\n`);
    expect(checkpoint.origin).toBe('example.com/behind-the-sofa');
    expect(checkpoint.size).toBe(20852163);
    expect(checkpoint.root.toString('base64')).toBe(root);
  });

  test.each([
    ['a leading zero in the size', `o\n01\n${root}\n`],
    ['a short root', 'o\n1\nAAAA\n'],
    ['an empty line', `o\n1\n${root}\n\n`],
    ['no origin', `\n1\n${root}\n`],
    ['no last newline', `o\n1\n${root}`],
  ])('a checkpoint with %s is refused', (_, text) => {
    expect(codeOf(() => parseCheckpoint(text))).toBe('checkpoint-malformed');
  });

  test('an extension line is let through and a checkpoint of another log is not', () => {
    expect(parseCheckpoint(`o\n1\n${root}\nmore\n`).size).toBe(1);
    const foreign = signer.sign(`other.example\n1\n${root}\n`);
    expect(codeOf(() => openCheckpoint(foreign, signer.verifierKey))).toBe('checkpoint-malformed');
  });
});
