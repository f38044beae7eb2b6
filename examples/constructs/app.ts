/**
 * Writes the stacks of programme.ts into `cdktf.out`:
 *
 *   npx jiti examples/constructs/app.ts
 */
import { App } from 'cdktf';
import { build } from './programme';

// Without the option, remarks in the manifest would carry paths of this machine.
const app = new App({ stackTraces: false });
build(app);
app.synth();
