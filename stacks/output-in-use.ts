import { basename } from 'node:path';

/** Who works on an output folder. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** The name that its staging folder had before it was its turn. */
  readonly name?: string;
}

/** Another process writes the same output, and does not come to an end. */
export class OutputInUse extends Error {
  /** Name of the folder beside the output that says so. */
  readonly lock: string;

  /** @param lock path of the folder */
  constructor(owner: Owner | undefined, lock: string) {
    super(owner ? `process ${owner.pid} on ${owner.host} is writing it` : 'another process is writing it');
    this.lock = basename(lock);
  }
}
