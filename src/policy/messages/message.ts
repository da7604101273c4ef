/** The shape of a message: words with `{facts}` in braces, and one line of help. */
export interface Message {
  readonly says: string;
  readonly help: string;
}

export type Messages = Readonly<Record<string, Message>>;

/** Fills `{name}` from the facts; `{?name: words}` stands only when the fact is there and not empty. */
export function fill(words: string, facts: Readonly<Record<string, string>>): string {
  const kept = words.replaceAll(/\{\?(\w+): ([^{}]*(?:\{\w+\}[^{}]*)*)\}/g, (_, name: string, inner: string) =>
    facts[name] ? inner : '',
  );
  return kept.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '').trim();
}
