/**
 * The transcripts of a page in Markdown: blocks marked `console`, in which `$` goes before a command, `kept=>` before a
 * statement for psql, and what follows is what is then printed. A line with nothing but `…` stands for any lines.
 */

export interface Command {
  /** `shell`: typed at the terminal; `sql`: typed into the psql that the last shell command opened. */
  readonly kind: 'shell' | 'sql';
  readonly text: string;
  readonly prints: readonly string[];
}

const PROMPTS = [
  ['shell', '$ '],
  ['sql', 'kept=> '],
] as const;

export function commandsIn(markdown: string): Command[] {
  const blocks = [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].map(([, block = '']) => block);
  const commands: { kind: Command['kind']; text: string; prints: string[] }[] = [];
  for (const line of blocks.flatMap((block) => block.trimEnd().split('\n'))) {
    const prompt = PROMPTS.find(([, sign]) => line.startsWith(sign));
    if (prompt !== undefined) commands.push({ kind: prompt[0], text: line.slice(prompt[1].length), prints: [] });
    else commands.at(-1)?.prints.push(line);
  }
  return commands;
}

/** What is another at each run, each with its stand-in. Nothing else may differ. */
const VOLATILE: readonly (readonly [what: string, found: RegExp, standIn: string])[] = [
  ['progress, told on standard error', /^ +✓ .*$/gm, ''],
  ['the hash of a policy version', /\b[0-9a-f]{12}\b/g, '<hash>'],
  ['when a control looked', /\d{4}-\d\d-\d\d \d\d:\d\dZ/g, '<time>'],
  ['the line of a policy file', /^(\S+\.yaml):\d+:/gm, '$1:<line>:'],
  ['the same, before the line itself', /^ +\d+ \|/gm, '<line> |'],
  ['how many promises hold or have no control', /\d+ (promises hold|have no control yet)/g, '<count> $1'],
  ['how far the ledger has grown', /\d+ (entries|signed|witnessed)\b/g, '<count> $1'],
  ['how wide a table is drawn', /(?<= ) +| +$|-+(?=[-+]|$)/gm, ''],
];

function plain(text: string): string[] {
  const normal = VOLATILE.reduce((rest, [, found, standIn]) => rest.replaceAll(found, standIn), text);
  return normal
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** @returns null when what was printed is what the page shows; else the first line that it lacks, or has too much. */
export function differenceFrom(prints: readonly string[], printed: string): string | null {
  const have = plain(printed);
  let at = 0;
  let skipping = false;
  for (const line of plain(prints.join('\n'))) {
    if (line === '…') {
      skipping = true;
      continue;
    }
    const found = skipping ? have.indexOf(line, at) : have[at] === line ? at : -1;
    if (found < 0) return `the page shows "${line}", printed was "${have[at] ?? 'nothing more'}"`;
    at = found + 1;
    skipping = false;
  }
  return skipping || at === have.length ? null : `printed was "${have[at]}", the page shows nothing more`;
}
