import { createRoot } from 'react-dom/client';
import { BindPhone, createAuthenticationClient, GenAuthProvider } from '../../src/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';

/** Shows the widget, has a code sent, binds, and takes the widget away; so many times. Says how often it was bound. */
async function runCycles(count: number): Promise<number> {
  const container = document.getElementById('root');
  if (!container) throw new Error('There is no element with the id "root".');
  let bound = 0;
  for (let cycle = 0; cycle < count; cycle += 1) {
    const sandbox = createSandbox();
    const client = createAuthenticationClient({
      appId: '64f0c1d2e3a4b5c6d7e8f901',
      appHost: 'https://example.genauth.ai',
      getAccessToken: () => 'sandbox-cycle',
      fetch: sandbox.fetch,
    });
    const root = createRoot(container);
    const isDone = new Promise<void>((resolve) => {
      root.render(
        <GenAuthProvider client={client}>
          <BindPhone defaultCountry="CN" onBound={() => resolve()} />
        </GenAuthProvider>,
      );
    });
    await goThrough(container, sandbox);
    await isDone;
    bound += 1;
    root.unmount();
  }
  return bound;
}

async function goThrough(container: HTMLElement, sandbox: Sandbox): Promise<void> {
  const phone = await appearing(() => container.querySelector<HTMLInputElement>('[type=tel]'));
  type(phone, '13912345678');
  container.querySelector<HTMLButtonElement>('[type=button].genauth-button')?.click();
  const message = await appearing(() => sandbox.outbox()[0]);
  const code = await appearing(() =>
    container.querySelector<HTMLInputElement>('.genauth-code:focus'),
  );
  type(code, message.code);
  container.querySelector<HTMLButtonElement>('[type=submit]')?.click();
}

/** As typed or filled in: React hears of it by the event. */
function type(input: HTMLInputElement, text: string): void {
  const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  property?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Waits a task at a time, and as long as the test does. */
async function appearing<T>(find: () => T | null | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

Object.assign(globalThis, { runCycles });
