/** The process: reads the environment, runs one command, and says in French what the operator must correct. */
import { OperatorError } from '#db/connect-operator-error.ts';
import { readConfiguration } from '#services/configuration.ts';
import type { Configuration } from '#services/configuration.ts';
import { runErasures, runExport, runMigrate, runRestore, runSeed } from './commands.ts';
import { runServer } from './run-server.ts';

const commands: Record<string, (configuration: Configuration, given: string[]) => Promise<void>> = {
  start: (configuration) => runServer(configuration, { web: true }),
  worker: (configuration) => runServer(configuration, { web: false }),
  migrate: runMigrate,
  seed: runSeed,
  export: runExport,
  restore: runRestore,
  erasures: runErasures,
};

const [name = 'start', ...given] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
const read = readConfiguration(process.env);

try {
  if (!read.ok) throw new OperatorError(read.sentence);
  if (command === undefined)
    throw new OperatorError(`Commande inconnue. Commandes\u00A0: ${Object.keys(commands).join(', ')}.`);
  await command(read.configuration, given);
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
