import { randomInt, randomUUID } from 'node:crypto';
import {
  type APIRequestContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import type { Fault, OutboxMessage, SandboxCall } from '../src/sandbox/index.ts';

export { expect };
export type Demo = ReturnType<typeof createDemo>;

interface Fixtures {
  /** Set where calls are made to fail: the browser then writes a line for each. */
  callsMayFail: boolean;
  /** The app, signed in to an account of this test alone. */
  demo: Demo;
  isQuiet: undefined;
}

/** Every test also promises: no error, no console output, no report of the content security policy, no foreign request. */
export const test = base.extend<Fixtures>({
  callsMayFail: [false, { option: true }],

  isQuiet: [
    async ({ context, baseURL, callsMayFail }, use) => {
      const noise: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      context.on('weberror', (error) => noise.push(`error: ${error.error().stack}`));
      context.on('console', (message) => {
        const isOfBrowser = message.text().startsWith('Failed to load resource:');
        if (!(callsMayFail && isOfBrowser)) noise.push(`console: ${message.text()}`);
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) noise.push(`left for ${url}`);
      });
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          throw new Error(
            `${event.effectiveDirective} forbids ${event.blockedURI} ${event.sample}`,
          );
        });
      });
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],

  demo: async ({ page, request }, use) => {
    const account = `sandbox-${randomUUID()}`;
    await page.context().addInitScript((token) => {
      // A new tab begins as about:blank, which has no storage.
      if (origin !== 'null') localStorage.setItem('genauth-account-widget.demo-account', token);
    }, account);
    await use(createDemo(page, request, account));
  },
});

/** The demonstration app as a person sees it, and the sandbox behind it as only a test does. */
function createDemo(page: Page, request: APIRequestContext, account: string) {
  const headers = { authorization: account };
  const widget = page.locator('section.genauth');
  const countryButton = widget.getByRole('button', { name: /^Country calling code/ });
  const phoneField = widget.getByRole('textbox', { name: 'Phone number' });
  const sendButton = widget.getByRole('button', { name: /^Send (code|again)$/ });
  const codeField = widget.getByRole('textbox', { name: 'Verification code' });
  const bindButton = widget.getByRole('button', { name: 'Bind phone' });
  const status = widget.getByRole('status').first();
  /** What the profile card says of the phone. */
  const profilePhone = page.locator('dt:text-is("Phone") + dd');

  async function open(): Promise<void> {
    await page.goto('/#/phone/bind');
    await expect(phoneField).toBeVisible();
    // The tenant's country is there, not the browser's any more.
    await expect(countryButton).toHaveAccessibleName(/\+86$/);
    await expect(profilePhone).toHaveText('No phone bound');
    await expect(page.getByRole('complementary', { name: 'Your phone' })).toBeVisible();
  }

  /** Presses “Send code” too early: the words for that come last, so all that the form fetches is here. */
  async function awaken(): Promise<void> {
    await sendButton.click();
    await expectError(phoneField, 'Enter a phone number');
  }

  /** Asks for a code, and waits until it is sent. */
  async function send(number: string): Promise<void> {
    await phoneField.fill(number);
    await sendButton.click();
    await expect(status).toHaveText(/^Code sent to /);
    await expect(codeField).toBeFocused();
  }

  /** The code of the newest message to a number in E.164. */
  async function codeFor(to: string): Promise<string> {
    const response = await request.get('/sandbox/outbox', { headers });
    const messages: OutboxMessage[] = await response.json();
    const message = messages.find((candidate) => candidate.to === to);
    if (!message) throw new Error(`No message was sent to ${to}.`);
    return message.code;
  }

  /** Enters the code that was sent to a number, and binds. */
  async function bind(callingCode: string, number: string): Promise<void> {
    await expect(status).not.toBeEmpty();
    await retype(codeField, await codeFor(callingCode + number));
    await bindButton.click();
    await expectBound(callingCode, number);
  }

  async function expectBound(callingCode: string, number: string): Promise<void> {
    await expect(status).toHaveText(/^Phone bound: /);
    await expect(status).toContainText(callingCode);
    await expect(status).toContainText(number.slice(-4));
    await expect(profilePhone).toHaveText(`${callingCode} ${number}`);
    await expect(phoneField).toBeHidden();
  }

  /** A problem said at its field, and the field ready for another try. */
  async function expectError(field: Locator, words: string): Promise<void> {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(new RegExp(words));
    await expect(field).toBeFocused();
  }

  /** The number as typed; its groups are the field's own. */
  async function expectNumber(number: string): Promise<void> {
    await expect(phoneField).toHaveValue(new RegExp(`^${[...number].join('[ -]?')}$`));
  }

  /** How often this account called one operation of the API. */
  async function calls(operation: string): Promise<number> {
    const response = await request.get('/sandbox/calls', { headers });
    const calls: SandboxCall[] = await response.json();
    return calls.filter((call) => call.operation === operation).length;
  }

  async function addFault(fault: Fault): Promise<void> {
    const data = { ...fault, account };
    await expect(await request.post('/sandbox/faults', { data })).toBeOK();
  }

  return {
    account,
    widget,
    countryButton,
    phoneField,
    sendButton,
    codeField,
    bindButton,
    status,
    alert: widget.getByRole('alert'),
    profilePhone,
    open,
    awaken,
    send,
    codeFor,
    bind,
    expectBound,
    expectError,
    expectNumber,
    calls,
    addFault,
  };
}

/** Replaces a field's text key by key. Playwright's `fill` goes past React in a stock Firefox. */
export async function retype(field: Locator, text: string): Promise<void> {
  await field.selectText();
  await field.press('Delete');
  await field.pressSequentially(text);
}

let numbers = 0;

/** Digits that no other test has, in this run and hardly in the one before: the minute between codes is the number's. */
function uniqueDigits(count: number): string {
  numbers += 1;
  const worker = String(base.info().workerIndex % 100).padStart(2, '0');
  const number = String(numbers % 100).padStart(2, '0');
  const rest = count - 4;
  return `${worker}${number}${String(randomInt(10 ** rest)).padStart(rest, '0')}`;
}

/** A mobile number of mainland China, without +86. */
export const chineseNumber = () => `138${uniqueDigits(8)}`;

/** A mobile number of the United Kingdom, without +44. */
export const britishNumber = () => `7975${uniqueDigits(6)}`;

/** A code that differs in its first digit. */
export const wrong = (code: string) => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;
