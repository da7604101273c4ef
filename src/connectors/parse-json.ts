/** What a service outside answered, as far as it is JSON at all. */

/** @returns Null for a text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
