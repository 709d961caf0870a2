import { parseArgs } from 'node:util';
import { serveSandbox } from '../src/sandbox/node.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 (any free port) to 65535, not "${values.port}".`);
  process.exit(1);
}

const { url, close } = await serveSandbox({ port });
console.log(`GenAuth sandbox: ${url}`);
console.log(`Messages:        ${url}/sandbox/outbox`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => close().then(() => process.exit(0)));
}
