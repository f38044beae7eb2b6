import { Command, Option } from 'commander';
import { addContractTemplate } from '../../core/app';
import { commandContext } from '../command-context';
import { parseDate } from '../date';
import type { ExitStatus } from '../exit-status';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { printAdded } from './print-added';

interface Options {
  readonly catalog: string;
  readonly text: readonly string[];
  readonly effective?: string;
}

/** `gatewright new contract-template NAME`. */
export function newContractTemplateCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('contract-template')
    .description('Add a ContractTemplate with one version, with existing texts or a new one.')
    .argument('<NAME>', 'the name, such as standard')
    .addOption(
      new Option(
        '--text <[LANGUAGE=]FILE>',
        'a text of the contract, such as es=contract.pdf, which is copied into the catalog unless it is already there; can be repeated',
      )
        .argParser((text: string, texts: readonly string[]) => [...texts, text])
        .default([], 'a short text in English'),
    )
    .option('--effective <DATE>', 'the first day on which it can be accepted (default: today)', parseDate)
    .addOption(catalogOption(io))
    .action((name: string, { text, ...options }: Options) => {
      printAdded(io, addContractTemplate(commandContext(io), { name, texts: text, ...options }));
      done(0);
    });
}
