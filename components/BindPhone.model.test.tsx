import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { Fragment, StrictMode } from 'react';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createSendLog, sendLog } from '../src/account/sendLog.ts';
import type { Fault } from '../src/sandbox/index.ts';
import { BindPhone } from './BindPhone.tsx';
import { renderWidget, TOKEN } from './testing.tsx';

const SEQUENCES = 100;
const MOST_STEPS = 12;
/** Half a minute on a machine with nothing else to do. */
const LONG_MS = 10 * 60_000;

const said = vi.fn();
const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);

beforeAll(() => {
  vi.stubEnv('NODE_ENV', 'production');
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, name).mockImplementation(said);
  }
  process.on('unhandledRejection', note);
  // Only the time of day: whatever waits by a timer goes on.
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.off('unhandledRejection', note);
});

afterEach(forget);

/** As for a page that is opened for the first time. */
function forget() {
  cleanup();
  sendLog.clear();
  localStorage.clear();
}

const phoneField = () => screen.queryByRole<HTMLInputElement>('textbox', { name: 'Phone number' });
const codeField = () =>
  screen.queryByRole<HTMLInputElement>('textbox', { name: 'Verification code' });
const sendButton = () => screen.queryByRole('button', { name: /^Send (code|again)$/ });
const bindButton = () => screen.queryByRole('button', { name: 'Bind phone' });
/** Also in full width, as they stand in the field until what reads them has arrived. */
const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '');

/** What a server says in its own words, which are not for the person. */
const SERVER_WORDS = 'of the server';

/** What a person in front of the form has seen and done. */
class Person {
  readonly told = { onSent: vi.fn(), onError: vi.fn(), onBound: vi.fn(), onAuthExpired: vi.fn() };
  /** The most calls that there may be: each gesture allows one more than there were. */
  private readonly made = { sendSms: 0, bindPhone: 0 };
  private typed = { phone: '', code: '' };
  /** Of the errors told, those whose words an edit has taken away, or which were looked at. */
  private errorsSeen = 0;
  private sentSeen = 0;
  private view: ReturnType<typeof renderWidget>;
  private readonly isStrict: boolean;

  constructor(isStrict: boolean) {
    this.isStrict = isStrict;
    this.view = renderWidget(this.widget());
  }

  get sandbox() {
    return this.view.sandbox;
  }

  type(text: string) {
    const field = phoneField();
    if (!field) return;
    field.focus();
    fireEvent.change(field, { target: { value: text } });
    // The field takes no letters, and says so; what it took it has to keep.
    this.typed.phone = digitsOf(field.value);
    this.errorsSeen = this.told.onError.mock.calls.length;
  }

  /** Pastes at the end, or over all, as the field has it. */
  paste(text: string) {
    const field = phoneField();
    if (!field) return;
    field.focus();
    field.select();
    fireEvent.paste(field, { clipboardData: { getData: () => text } });
    fireEvent.input(field, { target: { value: text }, inputType: 'insertFromPaste' });
    this.typed.phone = digitsOf(field.value);
    this.errorsSeen = this.told.onError.mock.calls.length;
  }

  /** Takes the last character away. */
  edit() {
    const field = phoneField();
    if (field) this.type(field.value.slice(0, -1));
  }

  /** Another tab of this browser asks for a code. */
  async sendInOtherTab(number: string) {
    const phone = {
      phoneNumber: number,
      phoneCountryCode: '+86',
      channel: 'CHANNEL_BIND_PHONE',
    } as const;
    // This tab goes on meanwhile: what it loads may arrive.
    await act(() =>
      this.view.client.sendSms(phone).then(
        () => {
          createSendLog().record('bind', `+86${number}`, 'sent');
          this.made.sendSms += 1;
        },
        () => {
          this.made.sendSms += 1;
        },
      ),
    );
    fireEvent(window, new StorageEvent('storage'));
  }

  typeCode(kind: 'right' | 'wrong' | 'message' | 'none') {
    const field = codeField();
    if (!field) return;
    const code = this.sandbox.outbox()[0]?.code ?? '123456';
    const wrong = code === '000000' ? '000001' : '000000';
    const texts = { right: code, wrong, message: `Your code: ${code}`, none: '' };
    field.focus();
    fireEvent.change(field, { target: { value: texts[kind] } });
    this.typed.code = digitsOf(texts[kind]);
    this.errorsSeen = this.told.onError.mock.calls.length;
  }

  send(by: 'click' | 'clicks' | 'Enter') {
    const button = sendButton();
    const field = phoneField();
    if (!button || !field) return;
    this.made.sendSms = this.callsOf('sendSms') + 1;
    if (by === 'Enter') {
      field.focus();
      fireEvent.keyDown(field, { key: 'Enter' });
      return;
    }
    button.focus();
    click(button, by === 'clicks');
  }

  bind(by: 'click' | 'clicks' | 'submit') {
    const button = bindButton();
    if (!button) return;
    this.made.bindPhone = this.callsOf('bindPhone') + 1;
    button.focus();
    if (by === 'submit') fireEvent.submit(button);
    else click(button, by === 'clicks');
  }

  pass(ms: number) {
    vi.setSystemTime(Date.now() + ms);
    // The page comes into view again, and looks at the clock.
    fireEvent.focus(window);
  }

  remount() {
    const { sandbox } = this;
    this.view.unmount();
    this.view = {
      ...renderWidget(this.widget(), { client: { fetch: sandbox.fetch } }),
      sandbox,
    };
    this.typed = { phone: '', code: '' };
  }

  unbind() {
    this.sandbox.account({ token: TOKEN, phone: null, phoneCountryCode: null });
  }

  async settle() {
    await act(async () => {
      for (let round = 0; round < 3; round++) {
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    });
    await waitFor(() => expect(document.querySelector('[aria-busy]')).toBeNull());
    await act(async () => undefined);
  }

  check() {
    const status = screen.getByRole('status');
    this.checkSuccess(status.textContent ?? '');
    this.checkFields();
    this.checkRequests();
    // I6.
    expect(this.view.container.textContent).not.toMatch(/undefined|NaN|\[object/);
    expect(document.documentElement.outerHTML).not.toContain(SERVER_WORDS);
    this.checkAnnouncements();
    this.checkFailure();
    this.checkWait();
    // I10.
    const left = [...Object.entries(localStorage), ...attributesOf(document)].join();
    for (const { to, code } of this.sandbox.outbox()) {
      expect(left).not.toContain(to.slice(3));
      expect(left).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
    }
    expect(left).not.toContain(TOKEN);
    // I1.
    expect(said.mock.calls).toEqual([]);
    expect(unhandled).toEqual([]);
  }

  /** I2: whoever tries again gets through, as soon as the server lets anybody through. */
  async checkLiveness() {
    this.unbind();
    this.remount();
    await this.settle();
    for (let tries = 0; tries <= MOST_STEPS && phoneField(); tries++) {
      this.pass(11 * 60_000);
      await this.settle();
      this.type('13912345678');
      this.send('click');
      await this.settle();
      this.typeCode('right');
      this.bind('submit');
      await this.settle();
      this.check();
    }
    expect(screen.getByRole('status')).toHaveTextContent('Phone bound: +86 ••• •••• 5678');
  }

  private callsOf(name: string) {
    return this.sandbox.calls().filter(({ operation }) => operation === name).length;
  }

  private widget() {
    const Mode = this.isStrict ? StrictMode : Fragment;
    return (
      <Mode>
        <BindPhone defaultCountry="CN" {...this.told} />
      </Mode>
    );
  }

  /** I4: whoever has begun is not thrown out of the form, and nothing is said twice. */
  private checkAnnouncements() {
    const root = screen.getByRole('region', { name: 'Bind phone' });
    if (this.typed.phone) expect(root.contains(document.activeElement)).toBe(true);
    // An error is read where the focus comes to its field, or else said.
    for (const ways of ['[role=status], [role=alert]', '[role=status], .genauth-error']) {
      const said = [...root.querySelectorAll(ways)]
        .map((element) => element.textContent)
        .filter((text) => text !== '');
      expect(new Set(said).size).toBe(said.length);
    }
  }

  /** I6, I7: a failure is said in words, and what support asks for is beside them. */
  private checkFailure() {
    const calls = this.told.onError.mock.calls;
    const isNew = calls.length > this.errorsSeen;
    this.errorsSeen = calls.length;
    const { requestId } = calls.at(-1)?.[0] ?? {};
    const words = [...this.view.container.querySelectorAll('[role=alert], .genauth-error')];
    if (isNew) expect(words.map(({ textContent }) => textContent).join('')).not.toBe('');
    if (isNew && requestId) expect(this.view.container).toHaveTextContent(`requestId ${requestId}`);
  }

  /** I9: where a code surely went a moment ago no other is offered. */
  private checkWait() {
    const button = sendButton();
    const [newest] = this.sandbox.outbox();
    const { length } = this.told.onSent.mock.calls;
    const isNew = length > this.sentSeen;
    this.sentSeen = length;
    if (!isNew || !newest || !button) return;
    if (newest.to.endsWith(this.typed.phone.slice(-8))) {
      expect(button).toHaveAttribute('aria-disabled', 'true');
    }
  }

  /** I8: a success is one for the server, too, and is told once. */
  private checkSuccess(status: string) {
    const isDone = phoneField() === null;
    expect(status.startsWith('Phone bound')).toBe(isDone);
    if (isDone) {
      const { phone } = this.sandbox.account({ token: TOKEN }).user;
      expect(phone).toBeTruthy();
      expect(status.endsWith(String(phone).slice(-4))).toBe(true);
    }
    expect(this.told.onBound.mock.calls.length).toBeLessThanOrEqual(this.made.bindPhone);
  }

  /** I3, and I6: what is wrong is said, in words, where it is. */
  private checkFields() {
    const [phone, code] = [phoneField(), codeField()];
    if (!phone || !code) return;
    const left = digitsOf(phone.value);
    expect(this.typed.phone.endsWith(left) && (left !== '') === (this.typed.phone !== '')).toBe(
      true,
    );
    const isOver = screen
      .getAllByRole('alert')
      .some(({ textContent }) => /expired/.test(textContent));
    const isSaid = code.getAttribute('aria-invalid') === 'true' || isOver;
    if (code.value === '' && this.typed.code !== '' && isSaid) this.typed.code = '';
    expect(digitsOf(code.value)).toBe(this.typed.code);
    for (const field of [phone, code]) {
      if (field.getAttribute('aria-invalid') !== 'true') continue;
      const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
      const words = ids.map((id) => document.getElementById(id)?.textContent ?? '').join('');
      expect(words).not.toBe('');
    }
    const buttons = within(screen.getByRole('region')).getAllByRole('button');
    expect(buttons.every((button) => !button.hasAttribute('disabled'))).toBe(true);
  }

  /** R-01, I5. */
  private checkRequests() {
    for (const operation of ['sendSms', 'bindPhone'] as const) {
      expect(this.callsOf(operation)).toBeLessThanOrEqual(this.made[operation]);
    }
    // only numbers are bound that a code was asked for.
    const asked = new Set<unknown>();
    for (const { operation, body } of this.sandbox.calls()) {
      const { phoneNumber } = (body ?? {}) as { phoneNumber?: unknown };
      if (operation === 'sendSms') asked.add(phoneNumber);
      if (operation === 'bindPhone') expect(asked).toContain(phoneNumber);
    }
    const { onSent, onError } = this.told;
    expect(onSent.mock.calls.length).toBeLessThanOrEqual(this.sandbox.outbox().length);
    const gestures = this.made.sendSms + this.made.bindPhone;
    expect(onError.mock.calls.length).toBeLessThanOrEqual(gestures);
  }
}

/** Twice in one go, before React has rendered anything, as fast hands do on a slow machine. */
function click(button: HTMLElement, isTwice: boolean) {
  act(() => {
    button.click();
    if (isTwice) button.click();
  });
}

function* attributesOf(page: Document) {
  for (const { attributes } of page.querySelectorAll('*')) {
    for (const { value } of attributes) yield value;
  }
}

type Step = fc.AsyncCommand<object, Person>;

function step(name: string, run: (person: Person) => unknown): Step {
  return {
    check: () => true,
    async run(_, person) {
      await run(person);
      await person.settle();
      person.check();
    },
    toString: () => name,
  };
}

const numbers = [
  '139 1234 5678',
  '13812345678',
  '+44 7975 556677',
  '13900000000',
  '1391',
  'nobody',
];
type DistributiveOmit<Whole, Name extends PropertyKey> = Whole extends unknown
  ? Omit<Whole, Name>
  : never;

const HTML = `<!doctype html><p>A page ${SERVER_WORDS}`;
const broken: readonly DistributiveOmit<Fault, 'operation'>[] = [
  { kind: 'resetBeforeHeaders' },
  { kind: 'resetInBody' },
  { kind: 'commitThenLose' },
  { kind: 'http', status: 429 },
  { kind: 'http', status: 503, headers: { 'retry-after': '30' } },
  { kind: 'http', status: 504, body: HTML },
  { kind: 'http', status: 200, body: HTML },
  { kind: 'http', status: 403, body: HTML },
  { kind: 'envelope', envelope: { statusCode: 500, message: `<b>no ${SERVER_WORDS}` } },
  { kind: 'envelope', envelope: [200] },
  { kind: 'envelope', envelope: { statusCode: 401, message: '' } },
  {
    kind: 'envelope',
    envelope: { statusCode: 499, apiCode: 2001, message: `No ${SERVER_WORDS}`, requestId: 'r-1' },
  },
];
const faults: readonly Fault[] = [
  ...['sendSms', 'bindPhone'].flatMap((operation) =>
    broken.map((fault) => ({ ...fault, operation })),
  ),
  { operation: 'getProfile', kind: 'resetBeforeHeaders' },
];

const type = fc.constantFrom(...numbers).map((text) => step(`type ${text}`, (p) => p.type(text)));
const paste = fc
  .constantFrom('+86 139-1234-5678', '１３９１２３４５６７８', '+447975556677', 'tel:13812345678')
  .map((text) => step(`paste ${text}`, (person) => person.paste(text)));
const edit = fc.constant(step('take a digit away', (person) => person.edit()));
const otherTab = fc
  .constantFrom('13912345678', '13812345678')
  .map((number) => step(`another tab sends to ${number}`, (p) => p.sendInOtherTab(number)));
const typeCode = fc
  .constantFrom('right' as const, 'right', 'wrong', 'message', 'none')
  .map((kind) => step(`type a code: ${kind}`, (person) => person.typeCode(kind)));
const send = fc
  .constantFrom('click' as const, 'clicks', 'Enter')
  .map((by) => step(`send by ${by}`, (person) => person.send(by)));
const bind = fc
  .constantFrom('click' as const, 'clicks', 'submit')
  .map((by) => step(`bind by ${by}`, (person) => person.bind(by)));
const sendTo = fc.constantFrom(...numbers.slice(0, 4)).map((text) =>
  step(`send to ${text}`, (person) => {
    person.type(text);
    person.send('click');
  }),
);
const bindRight = fc.constant(
  step('bind with the right code', (person) => {
    person.typeCode('right');
    person.bind('click');
  }),
);
const fault = fc
  .constantFrom(...faults)
  .map((next) => step(`next: ${JSON.stringify(next)}`, (person) => person.sandbox.addFault(next)));
const pass = fc
  .constantFrom(1_000, 31_000, 61_000, 601_000)
  .map((ms) => step(`pass ${ms}`, (person) => person.pass(ms)));
const remount = fc.constant(step('remount', (person) => person.remount()));
const unbind = fc.constant(
  step('unbind elsewhere, and come back', (person) => {
    person.unbind();
    person.remount();
  }),
);

const steps = [
  ...[
    type,
    paste,
    edit,
    typeCode,
    send,
    bind,
    otherTab,
    sendTo,
    sendTo,
    sendTo,
    bindRight,
    bindRight,
  ],
  ...[fault, fault, pass, pass, remount, unbind],
];

it('I1–I10 hold for what one can see of the form, whatever is typed, pressed and answered in whatever order', {
  timeout: LONG_MS,
}, async () => {
  let asked = 0;
  await fc.assert(
    fc
      .asyncProperty(
        fc.boolean(),
        fc.commands(steps, { maxCommands: MOST_STEPS, size: 'max' }),
        async (isStrict, commands) => {
          const person = new Person(isStrict);
          await person.settle();
          await fc.asyncModelRun(() => ({ model: {}, real: person }), commands);
          await person.checkLiveness();
          asked += person.sandbox.calls().length;
        },
      )
      .afterEach(() => {
        forget();
        said.mockClear();
        unhandled.length = 0;
      }),
    { numRuns: SEQUENCES },
  );
  expect(asked).toBeGreaterThan(SEQUENCES * 3);
});
