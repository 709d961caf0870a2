import { randomInt, randomUUID } from 'node:crypto';
import {
  type APIRequestContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import type { Fault, OutboxMessage, SandboxCall } from '../src/sandbox/index.ts';
import { findMisdirected, findSecrets, type Secrets, tracesOf } from './canary.ts';

export { expect };
export type Demo = ReturnType<typeof createDemo>;

interface Fixtures {
  /** Set where calls are made to fail: the browser then writes a line for each. */
  callsMayFail: boolean;
  /** The app, signed in to an account of this test alone. */
  demo: Demo;
  /** Where the sandbox is; by default at the app's own origin. */
  apiUrl: string;
  /** Origins beside the app's that a test talks to. */
  otherOrigins: string[];
  /** What the page's own policy is made to forbid. */
  forbidden: string;
  isQuiet: undefined;
  keepsSecrets: Secrets;
}

/** What a browser itself says of a request that failed. */
const OF_FAILED_CALL =
  /^(Failed to load resource:|Access to fetch at|Cross-Origin Request Blocked:|The Same Origin Policy disallows)/;
const OF_POLICY = /content.security.policy|The page’s settings blocked/i;

/**
 * Every test also promises: no error, no console output, no report of the content security policy, no foreign request;
 * and no number, code or token anywhere but where it was meant for.
 */
export const test = base.extend<Fixtures>({
  callsMayFail: [false, { option: true }],

  apiUrl: async ({ baseURL }, use) => use(baseURL ?? ''),
  otherOrigins: async ({ apiUrl }, use) => use([new URL(apiUrl).origin]),
  forbidden: ['', { option: true }],

  isQuiet: [
    async ({ context, baseURL, callsMayFail, otherOrigins, forbidden }, use) => {
      const noise: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      const isOfBrowser = (text: string) =>
        (callsMayFail && OF_FAILED_CALL.test(text)) || (forbidden !== '' && OF_POLICY.test(text));
      // Firefox tells as an error what Chromium writes to the console.
      context.on('weberror', (error) => {
        const { message, stack } = error.error();
        if (!isOfBrowser(message)) noise.push(`error: ${message} ${stack}`);
      });
      context.on('console', (message) => {
        if (!isOfBrowser(message.text())) noise.push(`console: ${message.text()}`);
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        const isOurs = url.origin === origin || otherOrigins.includes(url.origin);
        if (url.protocol.startsWith('http') && !isOurs) noise.push(`left for ${url}`);
      });
      await context.addInitScript((expected) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const report = `${event.effectiveDirective} forbids ${event.blockedURI} ${event.sample}`;
          if (report.trim() !== expected) throw new Error(report);
        });
      }, forbidden);
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],

  keepsSecrets: [
    async ({ context, request, apiUrl }, use, { errors }) => {
      numbersOfTest = [];
      const secrets: Secrets = { numbers: numbersOfTest, codes: [], tokens: [] };
      const heard: [string, string][] = [];
      context.on('console', (message) => heard.push(['console', message.text()]));
      context.on('weberror', (error) => heard.push(['error', String(error.error().stack)]));
      context.on('request', (sent) => heard.push(['request', sent.url()]));
      await use(secrets);
      // What has failed already says enough, and may have left no page to look at.
      if (errors.length > 0) return;
      const calls: SandboxCall[] = [];
      for (const authorization of secrets.tokens) {
        const ask = async (what: string) =>
          (await request.get(`${apiUrl}/sandbox/${what}`, { headers: { authorization } })).json();
        for (const { code } of (await ask('outbox')) as OutboxMessage[]) secrets.codes.push(code);
        calls.push(...((await ask('calls')) as SandboxCall[]));
      }
      const found = findSecrets([...heard, ...(await tracesOf(context))], secrets);
      expect([...found, ...findMisdirected(calls, secrets)]).toEqual([]);
    },
    { auto: true },
  ],

  demo: async ({ page, request, apiUrl, keepsSecrets }, use) => {
    const account = `sandbox-${randomUUID()}`;
    keepsSecrets.tokens.push(account);
    await page.context().addInitScript((token) => {
      // A new tab begins as about:blank, which has no storage.
      if (origin !== 'null') localStorage.setItem('genauth-account-widget.demo-account', token);
    }, account);
    await use(createDemo(page, request, apiUrl, account));
  },
});

/** The demonstration app as a person sees it, and the sandbox behind it as only a test does. */
function createDemo(page: Page, request: APIRequestContext, apiUrl: string, account: string) {
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
    await expectSettled(page);
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
    await retype(phoneField, number);
    await sendButton.click();
    await expect(status).toHaveText(/^Code sent to /);
    await expect(codeField).toBeFocused();
  }

  /** Opens the form and has a code sent; says to which number of mainland China. */
  async function openAndSend(): Promise<string> {
    const number = chineseNumber();
    await open();
    await send(number);
    return number;
  }

  /** Loads the page anew, and types a number again. */
  async function reloadAndType(number: string): Promise<void> {
    await page.reload();
    await expectSettled(page);
    await retype(phoneField, number);
  }

  /** The code of the newest message to a number in E.164, once there is one. */
  async function codeFor(to: string): Promise<string> {
    let code = '';
    const ask = async () => {
      const response = await request.get(`${apiUrl}/sandbox/outbox`, { headers });
      const messages: OutboxMessage[] = await response.json();
      code = messages.find((candidate) => candidate.to === to)?.code ?? '';
      return code;
    };
    await expect.poll(ask, `a message to ${to}`).not.toBe('');
    return code;
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
    const response = await request.get(`${apiUrl}/sandbox/calls`, { headers });
    const calls: SandboxCall[] = await response.json();
    return calls.filter((call) => call.operation === operation).length;
  }

  async function addFault(fault: Fault): Promise<void> {
    const data = { ...fault, account };
    await expect(await request.post(`${apiUrl}/sandbox/faults`, { data })).toBeOK();
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
    openAndSend,
    reloadAndType,
    codeFor,
    bind,
    expectBound,
    expectError,
    expectNumber,
    calls,
    addFault,
  };
}

/** Keeps requests back until what it answers is called. */
export async function holdBack(page: Page, url: RegExp | string): Promise<() => void> {
  let letThrough = () => {};
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(url, async (route) => {
    await gate;
    await route.continue();
  });
  return letThrough;
}

/** Waits for the tenant's country, for tests that type faster than any hand. */
export async function expectSettled(page: Page): Promise<void> {
  const country = page.getByRole('button', { name: /^Country calling code.*\+86$/ });
  await expect(country.filter({ visible: true })).toBeVisible();
}

/** Replaces a field's text key by key. Playwright's `fill` goes past React in a stock Firefox. */
export async function retype(field: Locator, text: string): Promise<void> {
  await field.selectText();
  await field.press('Delete');
  await field.pressSequentially(text);
}

/** Pastes a text into a field; the clipboard is filled by way of another field, which needs no permission anywhere. */
export async function paste(field: Locator, text: string): Promise<void> {
  const page = field.page();
  await page.evaluate((content) => {
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = content;
    area.select();
  }, text);
  await page.keyboard.press('ControlOrMeta+C');
  await page.evaluate(() => document.querySelector('textarea')?.remove());
  await field.focus();
  await page.keyboard.press('ControlOrMeta+V');
}

let numbers = 0;
let numbersOfTest: string[] = [];

/** Digits that no other test has, in this run and hardly in the one before: the minute between codes is the number's. */
function uniqueDigits(count: number): string {
  numbers += 1;
  const worker = String(base.info().workerIndex % 100).padStart(2, '0');
  const number = String(numbers % 100).padStart(2, '0');
  const rest = count - 4;
  return `${worker}${number}${String(randomInt(10 ** rest)).padStart(rest, '0')}`;
}

/** A mobile number of mainland China, without +86. */
export const chineseNumber = () => secret(`138${uniqueDigits(8)}`);

/** A mobile number of the United Kingdom, without +44. */
export const britishNumber = () => secret(`7975${uniqueDigits(6)}`);

/** Remembers a number for the look at all places where it must not be. */
function secret(number: string): string {
  numbersOfTest.push(number);
  return number;
}

/** A code that differs in its first digit. */
export const wrong = (code: string) => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;
