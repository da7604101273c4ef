/** What commands write to and how: standard output for results, standard error for progress and trouble. */
import type { Language, LocalizedText } from '../policy/index.ts';

export interface Terminal {
  readonly language: Language;
  /** Whether results may carry ANSI colours. */
  readonly colour: boolean;
  /** A result, on standard output. */
  print(text: string): void;
  /** What is being done or went wrong, on standard error. */
  tell(text: LocalizedText | string): void;
  /**
   * Shows a step that takes longer than a moment, with its seconds when it is done; on a terminal the line says while
   * it runs that it runs.
   */
  step<T>(name: LocalizedText, work: () => Promise<T>): Promise<T>;
}

export interface TerminalStreams {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  readonly language: Language;
  /** Milliseconds, only for durations. */
  readonly elapsed: () => number;
}

/**
 * What a terminal would obey rather than show, colours excepted: names from a policy, a log or a database may hold it, and
 * could hide lines or write over them.
 */
function shown(text: string): string {
  const isColour = (at: number): boolean => text[at] === '\u001b' && /^\[\d{0,2}m/.test(text.slice(at + 1, at + 5));
  return text.replaceAll(/\p{Cc}/gu, (mark, at: number) =>
    mark === '\n' || mark === '\t' || isColour(at) ? mark : '\ufffd',
  );
}

export function openTerminal({ out, err, language, elapsed }: TerminalStreams): Terminal {
  const inLanguage = (text: LocalizedText | string): string => (typeof text === 'string' ? text : text[language]);
  return {
    language,
    colour: out.isTTY === true && !out.hasColors ? false : out.isTTY === true,
    print: (text) => void out.write(shown(text.endsWith('\n') ? text : `${text}\n`)),
    tell: (text) => void err.write(`${shown(inLanguage(text))}\n`),
    async step(name, work) {
      const since = elapsed();
      const label = inLanguage(name);
      if (err.isTTY) err.write(`  … ${label}`);
      try {
        const result = await work();
        const seconds = new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
          minimumFractionDigits: 1,
          maximumFractionDigits: 1,
        }).format((elapsed() - since) / 1000);
        err.write(`${err.isTTY ? '\r\u001b[2K' : ''}  ✓ ${label} (${seconds} s)\n`);
        return result;
      } catch (error) {
        err.write(`${err.isTTY ? '\r\u001b[2K' : ''}  ✗ ${label}\n`);
        throw error;
      }
    },
  };
}
