import { act, cleanup, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { codesOfKinds } from '../src/account/apiCodes.ts';
import { explain } from '../src/account/explain.ts';
import type { ServerProblemKind } from '../src/account/problem.ts';
import { nextStepOf, problemTable } from '../src/account/problemTable.ts';
import { sendLog } from '../src/account/sendLog.ts';
import { escalate, ofTwoCodes } from '../src/account/variants.ts';
import { enProblems } from '../src/i18n/enProblems.ts';
import type { Fault } from '../src/sandbox/index.ts';
import { GenAuthError } from '../src/sdk/failure.ts';
import { type Contact, contacts, renderFor } from './contacts.testing.tsx';
import { lookAt } from './lookAt.testing.ts';

const DAY = 24 * 60 * 60_000;
/** Longer than any wait that a failed call leaves behind. */
const WAIT = 61_000;
/** A minute on a machine with nothing else to do. */
const LONG_MS = 15 * 60_000;

type DistributiveOmit<Whole, Name extends PropertyKey> = Whole extends unknown
  ? Omit<Whole, Name>
  : never;
type Answer = DistributiveOmit<Fault, 'operation'>;

const envelope = (statusCode: number, apiCode?: number): Answer => ({
  kind: 'envelope',
  envelope: { statusCode, message: '', requestId: 'r', ...(apiCode && { apiCode }) },
});
const broken: Answer = { kind: 'resetBeforeHeaders' };
const page = (status: number): Answer => ({ kind: 'http', status, body: '<!doctype html>' });

/** What a server, or something in its place, may answer at any moment; by the first problem that it can be. */
const answers: Record<string, Answer> = {
  offline: broken,
  network: broken,
  'network again': broken,
  timeout: { kind: 'hang' },
  blocked: page(403),
  server: envelope(500),
  malformed: page(200),
  'too often': envelope(429),
  'over the plan': envelope(402),
  'bound already': envelope(422, 2035),
  'a phone that is taken': envelope(409, 2035),
  'an address bound already': envelope(422, 2200),
  'an address that is taken': envelope(409, 2200),
  'malformed phone': envelope(400, 2028),
  'a bad request': envelope(400),
  'not valid now': envelope(422),
  forbidden: envelope(403),
  unknown: envelope(413),
  codeWrong: envelope(499, 2001),
  'codeWrong again': envelope(499, 2001),
  ...Object.fromEntries(
    Object.entries(codesOfKinds)
      .filter(([kind]) => kind !== 'server')
      .map(([kind, [code]]) => [kind, envelope(kind === 'auth' ? 401 : 499, code)]),
  ),
};

const textOf = (kind: ServerProblemKind): string => {
  const text = enProblems[kind];
  return typeof text === 'string' ? text : text(Number.NaN);
};

const SEND = /^Send (code|again)$/;

/** A moment of a contact's life at which the server is asked to do something. */
interface Place {
  name: string;
  opens: 'bind' | 'change' | 'unbind';
  at: 'send' | 'submit';
  /** The codes that are entered before. */
  with: readonly ('old' | 'new')[];
  is?: 'update';
}

const places: readonly Place[] = [
  { name: 'the code for a first one is asked for', opens: 'bind', at: 'send', with: [] },
  { name: 'a first one is bound', opens: 'bind', at: 'submit', with: ['new'] },
  { name: 'the code to the old one is asked for', opens: 'change', at: 'send', with: [] },
  { name: 'the code to the new one is asked for', opens: 'change', at: 'send', with: ['old'] },
  { name: 'both codes are checked', opens: 'change', at: 'submit', with: ['old', 'new'] },
  { name: 'the change is done', opens: 'change', at: 'submit', with: ['old', 'new'], is: 'update' },
  { name: 'the code for a removal is asked for', opens: 'unbind', at: 'send', with: [] },
  { name: 'the removal is done', opens: 'unbind', at: 'submit', with: ['new'] },
];

beforeAll(() => void vi.stubEnv('NODE_ENV', 'production'));

afterEach(forget);

function forget() {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
}

/** A card, and a person who comes to a moment in it again and again. */
async function visit(contact: Contact, place: Place) {
  const onNeedHelp = vi.fn();
  const onError = vi.fn();
  const view = renderFor(
    place.opens === 'bind' ? contact.without : contact.bound,
    <contact.Settings onNeedHelp={onNeedHelp} onError={onError} />,
    {
      sandbox: { settings: { smsValidityMs: DAY, emailValidityMs: DAY, resendLockMs: 0 } },
      client: { timeoutMs: 1_500 },
    },
  );
  const { container, sandbox } = view;
  const { now } = performance;
  const today = Date.now;
  let ahead = 0;

  const { shown, button, fields } = lookAt(container);
  const field = (isCode: boolean) => fields().find(({ name }) => (name === 'code') === isCode);
  const typed = () =>
    [...container.querySelectorAll('input')].map(({ value }) => value.replaceAll(' ', ''));
  const texts = () =>
    shown('[role=alert], .genauth-error')
      .map(({ textContent }) => textContent)
      .join(' ');

  /** Looks more often than `waitFor` does: there are thousands of waits, and hardly one that takes long. */
  async function settle() {
    const isBusy = () => container.querySelector('[aria-busy=true]') !== null;
    do await act(() => new Promise<void>((resolve) => setTimeout(resolve, 1)));
    while (isBusy());
  }

  async function click(name: string | RegExp, found = button(name)) {
    if (!found) throw new Error(`Nothing is called ${name}: ${container.textContent}`);
    fireEvent.click(found);
    await settle();
  }

  /** What is pressed at the moment that is meant. */
  const pressable = () => (place.at === 'send' ? button(SEND) : shown('[type=submit]')[0]);

  function fill(input: HTMLInputElement | undefined, text: string) {
    if (input) fireEvent.change(input, { target: { value: text } });
  }

  function pass(ms: number) {
    ahead += ms;
    sandbox.advance(ms);
    vi.spyOn(Date, 'now').mockImplementation(() => today() + ahead);
    vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + ahead);
    act(() => void dispatchEvent(new Event('focus')));
  }

  /** Has a code sent in the form that is shown, and enters it. */
  async function prove() {
    pass(WAIT);
    await settle();
    const contactField = field(false);
    if (contactField?.value === '') fill(contactField, contact.fresh);
    await click(SEND);
    fill(field(true), view.newestCode());
  }

  const isOpen = () => button('Cancel') !== undefined;

  const open = () => click({ bind: contact.bind, change: 'Change', unbind: 'Unbind' }[place.opens]);

  /** Up to the press that is meant. */
  async function arrive() {
    if (!isOpen()) await open();
    const isFirstStep = () => button('Continue') !== undefined;
    const isUsedUp = 'is' in place;
    // What a change has taken does not work a second time, and so many codes are not sent in ten minutes.
    if (isUsedUp && !isFirstStep()) await click('Back');
    if (isUsedUp) pass(11 * 60_000);
    if (place.with.includes('old') && isFirstStep()) {
      if (isUsedUp || field(true)?.value === '') await prove();
      await click('Continue');
    }
    if (place.with.includes('new') && (isUsedUp || field(true)?.value === '')) await prove();
    if (place.at === 'send') {
      pass(WAIT);
      await settle();
      if (field(false)?.value === '') fill(field(false), contact.fresh);
    }
  }

  await settle();
  await waitFor(() => expect(shown('button')).not.toHaveLength(0));
  return {
    ...{ arrive, open, prove, click, pass, settle, button, field, typed, texts, isOpen },
    ...{ press: () => click('the one that is meant', pressable()), pressable },
    ...{ sandbox, onError, onNeedHelp },
  };
}

function operationOf({ operations }: Contact, place: Place): string {
  if (place.at === 'send') return operations.send;
  if ('is' in place) return operations.update;
  return operations[place.opens === 'change' ? 'verify' : place.opens];
}

/** Goes through everything that can be answered at a moment. Returns the problems that were shown. */
async function goThrough(contact: Contact, place: Place): Promise<Set<ServerProblemKind>> {
  const person = await visit(contact, place);
  const { sandbox, onError, onNeedHelp, button, field, typed, texts, click, settle } = person;
  const { press, pressable } = person;
  const seen = new Set<ServerProblemKind>();
  let last: ServerProblemKind | undefined;
  for (const [name, answer] of Object.entries(answers)) {
    const when = `${name}, when ${place.name}`;
    await person.arrive();
    const before = typed();
    onError.mockClear();
    sandbox.addFault({ ...answer, operation: operationOf(contact, place) });
    if (name === 'offline') vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await press();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    await waitFor(() => expect(onError, when).toHaveBeenCalledTimes(1));

    // What is wrong is said, in words.
    const [error] = onError.mock.calls[0] ?? [];
    if (!(error instanceof GenAuthError)) throw error;
    const plain = escalate(explain(error), last);
    const kind = place.opens === 'change' && place.at === 'submit' ? ofTwoCodes(plain) : plain;
    // Another code ends what was wrong before.
    last = 'is' in place ? undefined : kind;
    expect(texts(), when).toContain(textOf(kind));
    seen.add(kind);

    // Nothing that was typed is lost, but for a code that is over.
    const isKept = (value: string, index: number) =>
      value === before[index] || (value === '' && kind === 'codeExpired');
    expect(typed().every(isKept), `${when}: ${typed()} was ${before}`).toBe(true);

    // There is a way on: the same once more, something to correct, or help.
    const step = nextStepOf(kind) ?? 'tryAgain';
    const isOnce = ['tryAgain', 'checkConnection', 'wait', 'signIn', 'reauthenticate'];
    const isTypedHere = { editCode: true, editNumber: false, editEmail: false };
    if (isOnce.includes(step)) expect(pressable(), when).toBeDefined();
    else if (step === 'sendAgain') expect(button(SEND), when).toBeDefined();
    else if (Object.hasOwn(isTypedHere, step) && field(step === 'editCode'))
      expect(field(step === 'editCode'), when).toBeDefined();
    else {
      onNeedHelp.mockClear();
      expect(button('Get help'), when).toBeDefined();
      await click('Get help');
      expect(onNeedHelp.mock.calls[0]?.[0], when).toMatchObject({ reason: kind });
    }

    // Every way back keeps what was typed.
    const kept = typed();
    if (button('Back')) await click('Back');
    expect(typed(), when).toEqual(kept);
    await click('Cancel');
    expect(person.isOpen(), when).toBe(false);
    await person.open();
    expect(typed(), when).toEqual(kept);
    if (kind === 'tooManyAttempts') person.pass(WAIT);
    await settle();
  }

  // None of it was the end.
  await person.arrive();
  await press();
  if (place.at === 'send') expect(texts().trim()).toBe('');
  else expect(person.isOpen()).toBe(false);
  return seen;
}

/** Only what is said of a number can be said of none but a number. */
const ONLY_OF_PHONES: readonly string[] = ['phoneInvalid', 'countryUnsupported'];

it.each(contacts)(
  'every problem of a call about the $kind is said, leaves a way on, and takes nothing that was typed',
  { timeout: LONG_MS },
  async (contact) => {
    const seen = new Set<string>();
    for (const place of places) {
      forget();
      for (const kind of await goThrough(contact, place)) seen.add(kind);
    }
    const all = Object.keys(problemTable).filter(
      (kind) => contact.kind === 'phone' || !ONLY_OF_PHONES.includes(kind),
    );
    expect(all.filter((kind) => !seen.has(kind))).toEqual([]);
  },
);

it.each(contacts)(
  'a check of the code to the old $kind that fails decides nothing: the person goes on, and the change is done',
  { timeout: LONG_MS },
  async (contact) => {
    for (const [name, answer] of Object.entries(answers)) {
      forget();
      const person = await visit(contact, {
        name: 'the old code is checked',
        opens: 'change',
        at: 'submit',
        with: [],
      });
      const { sandbox, onError, button, click, prove, press, typed } = person;
      await person.arrive();
      await prove();
      const [code] = typed();
      sandbox.addFault({ ...answer, operation: 'preCheckCode' });
      await click('Continue');
      await waitFor(() => expect(button('Back'), name).toBeDefined());
      expect(onError, name).not.toHaveBeenCalled();
      expect(typed(), name).toContain(code);
      await prove();
      await press();
      expect(person.isOpen(), name).toBe(false);
    }
  },
);
