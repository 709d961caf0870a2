import { act, cleanup, fireEvent } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
import { type AccountState, createSandbox } from '../src/sandbox/index.ts';
import { EmailSettings } from './EmailSettings.tsx';
import { PhoneSettings } from './PhoneSettings.tsx';
import { renderWidget, TOKEN } from './testing.tsx';

const WALKS = 10;
/** The step of somebody who wants to be rid of everything. */
const DETERMINED = -1;
/** Walks that are always taken, so that nobody is kept safe by never getting anywhere. */
const TAKEN = [{ email: null }, { email: 'ada@example.com' }].map(
  (contacts): [AccountState, number[]] => [
    {
      ...{ phone: '13912345678', phoneCountryCode: '+86', ...contacts },
      ...{ username: null, password: null, identities: [] },
    },
    Array.from({ length: 20 }, () => DETERMINED),
  ],
);
/** A minute on a machine with nothing else to do. */
const LONG_MS = 15 * 60_000;
const DAY = 24 * 60 * 60_000;

afterEach(forget);

function forget() {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
}

const identity = {
  identityId: 'i',
  extIdpId: 'e',
  provider: 'github',
  type: 'generic',
  userIdInIdp: 'u',
  originConnIds: [],
};

const credentials: fc.Arbitrary<AccountState> = fc.record({
  phone: fc.constantFrom('13912345678', null),
  phoneCountryCode: fc.constant('+86'),
  email: fc.constantFrom('ada@example.com', null),
  username: fc.constantFrom('ada', null),
  password: fc.constantFrom('Sandbox-1', null),
  identities: fc.constantFrom([identity], []),
});

interface Server {
  /** Whether it counts what is left before it removes anything; one that does not leaves that to the page. */
  isCareful: boolean;
}

const OUTCOMES = ['removed', 'bound', 'changed', 'refused'] as const;

/** Both cards on one page, and a person who presses whatever there is. */
function openPage(state: AccountState, { isCareful }: Server) {
  const sandbox = createSandbox({
    settings: { smsValidityMs: DAY, emailValidityMs: DAY, resendLockMs: 0, maxAttempts: 9 },
    accounts: [{ token: TOKEN, ...state }],
  });
  let identities = [...(state.identities ?? [])];

  /** The server as it is; or one that takes a foreign account for a way to sign in, and so removes whatever it is asked to. */
  async function fetch(request: Request): Promise<Response> {
    const isRemoval = /\/unbind-(phone|email)$/.test(new URL(request.url).pathname);
    if (isCareful || !isRemoval) return sandbox.fetch(request);
    sandbox.account({ token: TOKEN, identities: [identity] });
    try {
      return await sandbox.fetch(request);
    } finally {
      sandbox.account({ token: TOKEN, identities });
    }
  }

  const page = () =>
    renderWidget(
      <>
        <PhoneSettings defaultCountry="CN" />
        <EmailSettings />
      </>,
      { client: { fetch } },
    );
  let view = page();
  const today = Date.now;
  let ahead = 0;

  const shown = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => !element.closest('[hidden]'),
    );
  const nameOf = (element: HTMLElement) =>
    `${element.closest('section')?.querySelector('h2')?.textContent}: ${element.textContent}`;

  function type(input: HTMLInputElement, text: string) {
    fireEvent.change(input, { target: { value: text } });
  }

  /** The newest code that went to the kind of contact whose card a field is in. */
  function codeFor(input: HTMLElement): string {
    const isPhone = input.closest('section')?.querySelector('h2')?.textContent === 'Phone';
    const message = sandbox.outbox().find(({ medium }) => (medium === 'sms') === isPhone);
    return message?.code ?? '123456';
  }

  /** What somebody does next who wants to come to an end. */
  function goOn(section: HTMLElement) {
    const isIn = (element: HTMLElement) => section.contains(element);
    const inputs = (shown('input') as HTMLInputElement[]).filter(isIn);
    const send = shown('button').find(
      (button) => isIn(button) && button.textContent === 'Send code',
    );
    const empty = inputs.find(({ name, value }) => name !== 'code' && value === '');
    const code = inputs.find(({ name }) => name === 'code');
    if (empty) type(empty, empty.name === 'phone' ? '13800001111' : 'grace@example.org');
    else if (send) fireEvent.click(send);
    else if (code?.form) {
      type(code, codeFor(code));
      fireEvent.submit(code.form);
    }
  }

  /** Removes one contact, then the other. */
  function removeAll() {
    const unbind = shown('button').find(({ textContent }) => textContent === 'Unbind');
    const open = shown('section').find((section) => section.querySelector('input'));
    if (unbind && !open) fireEvent.click(unbind);
    else if (open) goOn(open);
  }

  /** What can be done now; what leads on more often, because most of the rest leads back. */
  function ways(isAlone: boolean): [name: string, way: () => void][] {
    const found: [string, () => void][] = [];
    for (const button of shown('button')) {
      if (button.getAttribute('aria-disabled') === 'true') continue;
      const isWayBack = /Cancel|Back/.test(button.textContent ?? '');
      const press = () => void fireEvent.click(button);
      for (let times = isWayBack ? 1 : 2; times > 0; times -= 1)
        found.push([nameOf(button), press]);
    }
    for (const input of shown('input') as HTMLInputElement[]) {
      const { form } = input;
      if (input.name === 'code') {
        const submit = (code: string) => () => {
          type(input, code);
          if (form) fireEvent.submit(form);
        };
        for (let times = 0; times < 5; times += 1)
          found.push([`${input.id} right code`, () => submit(codeFor(input))()]);
        found.push([`${input.id} wrong code`, submit('000001')]);
      } else if (input.value === '') {
        const text = input.name === 'phone' ? '13800001111' : 'grace@example.org';
        for (let times = 0; times < 3; times += 1)
          found.push([`type ${text}`, () => type(input, text)]);
      }
    }
    for (const section of shown('section')) {
      for (let times = 0; times < 8; times += 1) found.push(['straight on', () => goOn(section)]);
    }
    found.push(['wait', () => letTimePass()], ['reload', reload]);
    found.push(['an answer is lost', loseNext]);
    if (!isAlone) found.push(['a foreign account is removed elsewhere', removeIdentity]);
    return found;
  }

  function letTimePass() {
    ahead += 11 * 60_000;
    sandbox.advance(11 * 60_000);
    vi.spyOn(Date, 'now').mockImplementation(() => today() + ahead);
    dispatchEvent(new Event('focus'));
  }

  function reload() {
    view.unmount();
    view = page();
  }

  function loseNext() {
    const operations = ['bindPhone', 'bindEmail', 'updatePhone', 'updateEmail'] as const;
    for (const operation of [...operations, 'unbindPhone', 'unbindEmail'])
      sandbox.addFault({ operation, kind: 'commitThenLose' });
  }

  /** By another page that this one hears nothing of, and only where something else is left. */
  function removeIdentity() {
    const { phone, email } = sandbox.account({ token: TOKEN }).user;
    if (!phone && !email) return;
    identities = [];
    sandbox.account({ token: TOKEN, identities });
  }

  async function settle() {
    const isBusy = () => document.querySelector('[aria-busy=true]') !== null;
    do await act(() => new Promise<void>((resolve) => setTimeout(resolve, 1)));
    while (isBusy());
  }

  function countWays(): number {
    const { phone, email, username } = sandbox.account({ token: TOKEN }).user;
    const hasPassword = Boolean(username) && state.password !== null;
    return [phone, email, hasPassword].filter(Boolean).length + identities.length;
  }

  function outcomes() {
    const text = document.body.textContent ?? '';
    const words = {
      removed: ' removed: ',
      bound: ' bound: ',
      changed: ' changed: ',
      refused: 'This is the only way left',
    };
    return OUTCOMES.filter((outcome) => text.includes(words[outcome]));
  }

  return { ways, removeAll, settle, countWays, outcomes };
}

const servers: Record<string, Server> = {
  'a server that counts what is left': { isCareful: true },
  'a server that removes whatever it is asked to': { isCareful: false },
};

it.each(Object.keys(servers))(
  'whatever is pressed in whatever order leaves a way to sign in, at %s',
  { timeout: LONG_MS },
  async (name) => {
    const server = servers[name] ?? { isCareful: true };
    const happened = new Set<string>();
    await fc.assert(
      fc
        .asyncProperty(
          credentials,
          fc.array(fc.nat({ max: 10_000 }), { minLength: 30, maxLength: 50 }),
          async (state, picks) => {
            const page = openPage(state, server);
            await page.settle();
            const before = page.countWays();
            const walk: string[] = [];
            for (const pick of picks) {
              // What this page cannot know of, only the server can.
              const ways = page.ways(!server.isCareful);
              const [what, way] =
                pick === DETERMINED
                  ? ['remove all', page.removeAll]
                  : (ways[pick % ways.length] ?? []);
              walk.push(what ?? '');
              act(() => way?.());
              // At a careful server also in the middle of what is under way.
              if (!server.isCareful || pick % 5 !== 0) await page.settle();
              for (const outcome of page.outcomes()) happened.add(outcome);
              if (before > 0) expect(page.countWays(), walk.join('\n')).toBeGreaterThan(0);
            }
            await page.settle();
            if (before > 0) expect(page.countWays(), walk.join('\n')).toBeGreaterThan(0);
          },
        )
        .afterEach(forget),
      { numRuns: WALKS, endOnFailure: true, examples: TAKEN },
    );
    expect(happened).toContain('removed');
    expect(happened).toContain('refused');
  },
);
