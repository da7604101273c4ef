/** The commands below `kept ledger`, as they stand on the command line. */
import { type Command, InvalidArgumentError } from 'commander';
import { checkpoint, listLedger, verifyTheLedger } from './commands/ledger.ts';
import { checkProof, proof, publicKey } from './commands/ledger-proofs.ts';
import type { Context } from './context.ts';

type Run = (command: (context: Context) => Promise<number>) => Promise<void>;

export function addLedgerCommands(program: Command, run: Run, linesOf: (text: string) => number): void {
  const ledger = program.command('ledger').description('the append-only record of what happened');
  ledger
    .command('verify')
    .description('recompute every entry and compare with what was signed and witnessed')
    .action(() => run(({ environment, terminal }) => verifyTheLedger(environment, terminal)));
  ledger
    .command('checkpoint')
    .description('sign what the ledger has become, and keep the signature outside the database')
    .action(() => run(({ environment, terminal }) => checkpoint(environment, terminal)));
  ledger
    .command('list')
    .option('--limit <entries>', 'how many entries at most', '50')
    .option('--json', 'print the entries as JSON', false)
    .description('the entries, the newest first')
    .action((options: { limit: string; json: boolean }) =>
      run(({ environment, terminal }) =>
        listLedger({ limit: linesOf(options.limit), json: options.json }, environment, terminal),
      ),
    );
  addProofCommands(ledger, run);
}

function addProofCommands(ledger: Command, run: Run): void {
  ledger
    .command('proof')
    .argument('<index>', 'the number of the entry, as list shows it', indexOf)
    .option('--out <file>', 'where to write it; standard output unless given')
    .description('export the proof that an entry stands in the ledger (C2SP tlog-proof)')
    .action((index: number, options: { out?: string }) =>
      run(({ environment, terminal }) => proof(index, options.out ?? null, environment, terminal)),
    );
  ledger
    .command('check-proof')
    .argument('<file>', 'a proof that "kept ledger proof" wrote')
    .requiredOption('--key <key>', 'the public key of the ledger, as "kept ledger key" shows it')
    .description('check a proof with its file and the key alone, without a database')
    .action((file: string, options: { key: string }) => run(({ terminal }) => checkProof(file, options.key, terminal)));
  ledger
    .command('key')
    .description('the public key that checkpoints and proofs are checked with')
    .action(() => run(({ environment, terminal }) => publicKey(environment, terminal)));
}

function indexOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number from 0 is wanted.');
}
