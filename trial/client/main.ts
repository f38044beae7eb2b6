/** `npm run -s gateway:token -- CLIENT_ID SCOPE…` */
import { tokenCommand } from './command';

tokenCommand(process.argv.slice(2), process.env).then(({ status, text }) => {
  (status === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = status;
});
