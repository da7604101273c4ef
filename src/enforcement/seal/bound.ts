/** What was sealed before seals of its kind were bound to their place can be read as long as some of it is kept. */
import type { Seal } from './seal.ts';

/**
 * Opens what was sealed for a place, or, before that, for none. What is bound to another place opens neither way.
 * @throws Error when the text was sealed under another key or for another place, or changed.
 */
export function openBoundOrOlder(seal: Seal, sealed: string, place: string): string {
  try {
    return seal.open(sealed, place);
  } catch {
    return seal.open(sealed);
  }
}
