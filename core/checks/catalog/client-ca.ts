import { caCertificate } from '../../model';
import { type Check, error, warning } from './check';

/** The certificates of client CAs can be read, are those of CAs, differ, and hold on the day. */
export const clientCa: Check = {
  code: 'client-ca',
  *find({ catalog, asOf }) {
    for (const environment of catalog.environments.values()) {
      const first = new Map<string, string>();
      for (const [index, { name, certificate }] of (environment.value.clientCas ?? []).entries()) {
        const at = environment.at(['clientCas', index, 'certificate']);
        const words = `certificate of client CA '${name}' of environment '${environment.name}'`;
        const read = caCertificate(certificate);
        if (!read.ok) {
          yield error(at, `${words} ${read.message}`, read.hint);
          continue;
        }
        const other = first.get(read.sha256);
        first.set(read.sha256, other ?? `'${name}' (${at.file}:${at.line})`);
        if (other !== undefined) yield error(at, `${words} is that of client CA ${other} too`, 'take one of them out');
        else if (read.until < asOf) {
          // A day that passes does not stop the work on everything else.
          yield warning(
            at,
            `${words} ended on ${read.until}`,
            "add the CA's new certificate beside it, then take it out",
          );
        } else if (asOf < read.from) {
          yield warning(
            at,
            `${words} is not valid before ${read.from}: client certificates of that CA are refused until then`,
            'keep the earlier certificate beside it until then',
          );
        }
      }
    }
  },
};
