/**
 * Writes the stacks of programme.ts, by default into `examples/constructs/cdktf.out`, and prints the resources that no check covers:
 *
 *   npx jiti examples/constructs/app.ts [DIR]
 */
import path from 'node:path';
import { AnnotationMetadataEntryType, App } from 'cdktf';
import { build } from './programme';

const outdir = path.resolve(process.argv[2] ?? path.join(__dirname, 'cdktf.out'));
// Without the option, annotations in the manifest would contain paths of this machine.
const app = new App({ outdir, stackTraces: false });
build(app);
app.synth();
for (const { node } of app.node.findAll())
  for (const { type, data } of node.metadata)
    if (type === AnnotationMetadataEntryType.WARN) process.stderr.write(`${data}\n`);
process.stdout.write(`written to ${path.relative('', outdir)}/stacks\n`);
