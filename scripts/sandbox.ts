import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createTenant } from './tenant/createTenant.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    'redirect-uri': { type: 'string', multiple: true },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 (any free port) to 65535, not "${values.port}".`);
  process.exit(1);
}
const redirectUris = values['redirect-uri'];
const wrong = redirectUris?.find((uri) => !URL.canParse(uri));
if (wrong !== undefined) {
  console.error(`--redirect-uri must be the whole address of a page, not "${wrong}".`);
  process.exit(1);
}

const { listener } = createTenant({ ...(redirectUris && { redirectUris }) });
const server = createServer(listener);
await once(server.listen(port, '127.0.0.1'), 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
console.log(`GenAuth sandbox: ${url}`);
console.log(`Messages:        ${url}/sandbox/outbox`);
console.log(`Sign-in:         ${url}/oidc/ for ${redirectUris?.join(', ') ?? `${url}/`}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    // A hanging reply would keep the server open for ever.
    server.closeAllConnections();
  });
}
