/** What reaches a terminal: text and colours, and nothing that it would obey. */
import { expect, test } from 'vitest';
import { openTerminal } from '../../src/cli/terminal.ts';

test('names that hold orders for a terminal are shown and not obeyed; colours stay', () => {
  const written: string[] = [];
  const stream = { isTTY: false, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  const terminal = openTerminal({ out: stream, err: stream, language: 'en', elapsed: () => 0 });
  terminal.print('\u001b[31m- drop\u001b[0m\tKari\u001b[2K\u001b]0;title\u0007\r+ grant\u009b1A\n');
  terminal.tell('a\u001b[1Ab\u007f');
  expect(written).toEqual([
    '\u001b[31m- drop\u001b[0m\tKari\ufffd[2K\ufffd]0;title\ufffd\ufffd+ grant\ufffd1A\n',
    'a\ufffd[1Ab\ufffd\n',
  ]);
});
