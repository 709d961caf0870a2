import type { Sandbox } from './createSandbox.ts';
import { type Fields, isFields } from './fields.ts';
import { readToken } from './sessions.ts';

type Control = (sandbox: Sandbox, body: Fields, token: string | undefined) => unknown;

/** What tests and demos do to the sandbox from outside; the real server has none of it. */
const controls: Record<string, Control> = {
  'GET /sandbox/outbox': (sandbox, _, token) => sandbox.outbox(token),
  'GET /sandbox/calls': (sandbox, _, token) => sandbox.calls(token),
  'GET /sandbox/settings': (sandbox) => sandbox.settings(),
  'POST /sandbox/settings': (sandbox, body) => sandbox.settings(body),
  'GET /sandbox/accounts': (sandbox) => sandbox.accounts(),
  'POST /sandbox/accounts': (sandbox, body) => sandbox.account(body),
  'POST /sandbox/renew': (sandbox, _, token = '') => ({ token: sandbox.renewToken(token) }),
  'POST /sandbox/reauthenticate': (sandbox, _, token) => {
    sandbox.reauthenticate(token);
    return {};
  },
  'POST /sandbox/advance': (sandbox, { ms }) => ({
    now: sandbox.advance(Number(ms ?? Number.NaN)),
  }),
  'POST /sandbox/reset': (sandbox) => {
    sandbox.reset();
    return {};
  },
  'POST /sandbox/faults': (sandbox, body) => {
    sandbox.addFault(body as Parameters<Sandbox['addFault']>[0]);
    return {};
  },
};

/** Answers a request under `/sandbox/`. */
export async function control(request: Request, sandbox: Sandbox): Promise<Response> {
  const run = controls[`${request.method} ${new URL(request.url).pathname}`];
  if (!run) return Response.json({ message: 'There is no such control.' }, { status: 404 });
  try {
    const body: unknown =
      request.method === 'POST' ? JSON.parse((await request.text()) || '{}') : {};
    if (!isFields(body)) throw new TypeError('The body must be a JSON object.');
    return Response.json(run(sandbox, body, readToken(request.headers)) ?? null);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    return Response.json({ message: error.message }, { status: 400 });
  }
}
