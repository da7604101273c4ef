/** A policy version is known by its content: the hash of the folder's files. */
import { createHash } from 'node:crypto';
import { LANGUAGES, type Language, type LocalizedText, type PolicyFiles } from '../../policy/index.ts';

/** SHA-256 over the files in the order of their names, each with its length; hexadecimal. Line ends do not count. */
export function contentHash(files: PolicyFiles): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) {
    const text = (files[name] ?? '').replaceAll('\r\n', '\n');
    hash.update(`${name}\0${Buffer.byteLength(text)}\0${text}`);
  }
  return hash.digest('hex');
}

/** What a consent was given to: the SHA-256 of the words in the language they were shown in, hexadecimal. */
export function consentTextHash(text: LocalizedText, language: Language): string {
  return createHash('sha256').update(text[language].trim()).digest('hex');
}

export const consentTextHashes = (text: LocalizedText): readonly string[] =>
  LANGUAGES.map((language) => consentTextHash(text, language));
