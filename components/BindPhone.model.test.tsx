import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { Fragment, StrictMode } from 'react';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
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
const digitsOf = (text: string) => text.replace(/\D/g, '');

/** What a person in front of the form has seen and done. */
class Person {
  readonly told = { onSent: vi.fn(), onError: vi.fn(), onBound: vi.fn(), onAuthExpired: vi.fn() };
  private readonly made = { sendSms: 0, bindPhone: 0 };
  private typed = { phone: '', code: '' };
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
  }

  send(by: 'click' | 'clicks' | 'Enter') {
    const button = sendButton();
    const field = phoneField();
    if (!button || !field) return;
    this.made.sendSms += 1;
    if (by === 'Enter') {
      field.focus();
      fireEvent.keyDown(field, { key: 'Enter' });
      return;
    }
    button.focus();
    fireEvent.click(button);
    if (by === 'clicks') fireEvent.click(button);
  }

  bind(by: 'click' | 'clicks' | 'submit') {
    const button = bindButton();
    if (!button) return;
    this.made.bindPhone += 1;
    button.focus();
    if (by === 'submit') fireEvent.submit(button);
    else fireEvent.click(button);
    if (by === 'clicks') fireEvent.click(button);
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
    expect(this.view.container.textContent).not.toMatch(/undefined|NaN|\[object/);
    // I4: whoever has begun is not thrown out of the form.
    const root = screen.getByRole('region', { name: 'Bind phone' });
    const { activeElement } = document;
    if (this.typed.phone) expect(root.contains(activeElement)).toBe(true);
    // I10.
    const stored = Object.entries(localStorage).join();
    for (const { to } of this.sandbox.outbox()) expect(stored).not.toContain(to.slice(3));
    expect(stored).not.toContain(TOKEN);
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

  private widget() {
    const Mode = this.isStrict ? StrictMode : Fragment;
    return (
      <Mode>
        <BindPhone defaultCountry="CN" {...this.told} />
      </Mode>
    );
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
    const isOver = /expired/.test(screen.getByRole('alert').textContent ?? '');
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
      const made = this.sandbox.calls().filter((call) => call.operation === operation).length;
      expect(made).toBeLessThanOrEqual(this.made[operation]);
    }
    const { onSent, onError } = this.told;
    expect(onSent.mock.calls.length).toBeLessThanOrEqual(this.sandbox.outbox().length);
    const gestures = this.made.sendSms + this.made.bindPhone;
    expect(onError.mock.calls.length).toBeLessThanOrEqual(gestures);
  }
}

type Step = fc.AsyncCommand<object, Person>;

function step(name: string, run: (person: Person) => unknown): Step {
  return {
    check: () => true,
    async run(_, person) {
      run(person);
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

const HTML = '<!doctype html><p>Sign in';
const broken: readonly DistributiveOmit<Fault, 'operation'>[] = [
  { kind: 'resetBeforeHeaders' },
  { kind: 'resetInBody' },
  { kind: 'commitThenLose' },
  { kind: 'http', status: 429 },
  { kind: 'http', status: 503, headers: { 'retry-after': '30' } },
  { kind: 'http', status: 504, body: HTML },
  { kind: 'http', status: 200, body: HTML },
  { kind: 'http', status: 403, body: HTML },
  { kind: 'envelope', envelope: { statusCode: 500, message: '<b>no' } },
  { kind: 'envelope', envelope: [200] },
  { kind: 'envelope', envelope: { statusCode: 401, message: '' } },
];
const faults: readonly Fault[] = [
  ...['sendSms', 'bindPhone'].flatMap((operation) =>
    broken.map((fault) => ({ ...fault, operation })),
  ),
  { operation: 'getProfile', kind: 'resetBeforeHeaders' },
];

const type = fc.constantFrom(...numbers).map((text) => step(`type ${text}`, (p) => p.type(text)));
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
  ...[type, typeCode, send, bind, sendTo, sendTo, sendTo, bindRight, bindRight],
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
