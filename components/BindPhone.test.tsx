import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GenAuthProvider } from '../src/account/GenAuthProvider.tsx';
import { sendLog } from '../src/account/sendLog.ts';
import { createSandbox } from '../src/sandbox/index.ts';
import { BindPhone } from './BindPhone.tsx';
import {
  bindButton,
  codeField,
  NUMBER,
  phoneField,
  SHOWN,
  sendButton,
  status,
  withCodeSent,
  withNumber,
  wordsOf,
} from './form.testing.tsx';
import { renderWidget, TOKEN } from './testing.tsx';

afterEach(() => {
  cleanup();
  sendLog.clear('bind');
  localStorage.clear();
});

describe('binding', () => {
  it('binds the number with the code from the message', async () => {
    const onBound = vi.fn();
    const { user, calls, newestCode } = await withCodeSent({ onBound });
    await waitFor(() => expect(codeField()).toHaveFocus());
    await user.keyboard(newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound: +86 ••• •••• 5678'));
    expect(calls().map(({ operation }) => operation)).toEqual([
      'sendSms',
      'bindPhone',
      'getProfile',
    ]);
    expect(calls()[1]?.body).toEqual({
      phoneNumber: NUMBER,
      phoneCountryCode: '+86',
      passCode: newestCode(),
    });
    await waitFor(() => expect(onBound.mock.calls).toEqual([[{ masked: '+86 ••• •••• 5678' }]]));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('region', { name: 'Bind phone' })).toHaveFocus());
  });

  it('sends nothing by being shown (R-01)', async () => {
    const { calls } = renderWidget(
      <StrictMode>
        <BindPhone defaultCountry="CN" />
      </StrictMode>,
    );
    await act(async () => undefined);
    expect(calls()).toEqual([]);
  });

  it('asks for one code however often and however it is asked (F64, F65, F66)', async () => {
    const { user, callsOf } = await withNumber();
    await user.dblClick(sendButton());
    await user.click(sendButton());
    await user.type(phoneField(), '{Enter}{Enter}');
    await user.click(sendButton());
    await waitFor(() => expect(status()).toHaveTextContent('Code sent'));
    await user.click(sendButton());
    await user.type(phoneField(), '{Enter}');
    expect(callsOf('sendSms')).toBe(1);
  });

  it('frees the button for another number and finds the wait of the first again (R-02)', async () => {
    const { user } = await withCodeSent();
    expect(sendButton()).toHaveAttribute('aria-disabled', 'true');
    await user.type(phoneField(), '{Backspace}9');
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-disabled'));
    await user.type(phoneField(), '{Backspace}8');
    await waitFor(() => expect(sendButton()).toHaveAttribute('aria-disabled', 'true'));
    expect(sendButton()).toHaveAccessibleDescription(/another code in \d+ seconds/);
  });

  it('keeps the wait over a remount, and the code from before still binds (F59, F88)', async () => {
    const first = await withCodeSent();
    const code = first.newestCode();
    first.unmount();
    const { user, callsOf } = await withNumber({}, { client: { fetch: first.sandbox.fetch } });
    await waitFor(() => expect(sendButton()).toHaveAttribute('aria-disabled', 'true'));
    await user.type(codeField(), code);
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
    expect(callsOf('sendSms')).toBe(0);
  });
});

describe('whatever happens meanwhile', () => {
  it('remembers a code that went out while the form went away (F58, F59)', async () => {
    const first = await withNumber();
    const sent = new Promise<void>((resolve) => {
      first.sandbox.addFault({ operation: 'sendSms', kind: 'delay', ms: 10_000 });
      const timer = setInterval(() => {
        if (first.callsOf('sendSms') === 0) return;
        clearInterval(timer);
        resolve();
      });
    });
    await first.user.click(sendButton());
    await sent;
    first.unmount();
    const { user } = await withNumber({}, { client: { fetch: first.sandbox.fetch } });
    await waitFor(() => expect(sendButton()).toHaveAttribute('aria-disabled', 'true'));
    await user.type(codeField(), first.newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });

  it('finds the wait and the number again after storage was cleared (F105)', async () => {
    const { user, newestCode } = await withCodeSent();
    localStorage.clear();
    expect(sendButton()).toHaveAttribute('aria-disabled', 'true');
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });

  it('leaves the focus and the next number alone when an answer comes late (F60)', async () => {
    const answers: (() => void)[] = [];
    const view = await withNumber(
      {},
      {
        client: {
          fetch: ({ url }) =>
            new Promise((resolve) => {
              if (!url.endsWith('/send-sms')) return;
              const body = { statusCode: 400, apiCode: 2028, message: '' };
              answers.push(() => resolve(Response.json(body)));
            }),
        },
      },
    );
    await view.user.click(sendButton());
    await waitFor(() => expect(answers).toHaveLength(1));
    await view.user.type(phoneField(), '{Backspace}9');
    answers[0]?.();
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('does not accept'));
    expect(phoneField()).toBeValid();
    expect(phoneField()).toHaveFocus();
  });

  it('waits as long as a refusal asks, and claims no code (F20)', async () => {
    const { user, sandbox } = await withNumber();
    const headers = { 'retry-after': '30' };
    sandbox.addFault({ operation: 'sendSms', kind: 'http', status: 503, headers });
    await user.click(sendButton());
    await waitFor(() => expect(sendButton()).toHaveAttribute('aria-disabled', 'true'));
    expect(sendButton()).toHaveAccessibleDescription(/in (29|30) seconds/);
    expect(status()).toHaveTextContent('');
  });

  it('calls the host with what it passed last, once the success is shown (F73)', async () => {
    const shown: string[] = [];
    const stale = vi.fn();
    const { user, sandbox, newestCode, rerender, client } = await withCodeSent({ onBound: stale });
    sandbox.addFault({ operation: 'bindPhone', kind: 'delay', ms: 100 });
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    rerender(
      <GenAuthProvider client={client}>
        <BindPhone defaultCountry="CN" onBound={() => shown.push(wordsOf(status()))} />
      </GenAuthProvider>,
    );
    await waitFor(() => expect(shown).toEqual(['Phone bound: +86 ••• •••• 5678']));
    expect(stale).not.toHaveBeenCalled();
  });

  it('is not disturbed by a host that renders every frame, with other callbacks each time (F73)', async () => {
    const told = vi.fn();
    const { user, sandbox, client, rerender } = await withNumber();
    sandbox.addFault({ operation: 'sendSms', kind: 'delay', ms: 1_500 });
    const focused = vi.fn();
    document.addEventListener('focusin', focused);
    let renders = 0;
    const timer = setInterval(() => {
      const count = ++renders;
      rerender(
        <GenAuthProvider client={client}>
          <BindPhone defaultCountry="CN" onSent={() => told(count)} onError={() => told('error')} />
        </GenAuthProvider>,
      );
    }, 16);
    try {
      await user.click(sendButton());
      // A timer that began anew with each of them would never come to its end.
      await waitFor(() => expect(status()).toHaveTextContent('Sending'), { timeout: 3_000 });
      await waitFor(() => expect(status()).toHaveTextContent('Code sent'), { timeout: 3_000 });
      await waitFor(() => expect(codeField()).toHaveFocus());
      const wait = () => Number(/in (\d+) seconds/.exec(document.body.textContent ?? '')?.[1]);
      const before = wait();
      await user.keyboard('48');
      await waitFor(() => expect(wait()).toBeLessThan(before), { timeout: 3_000 });
      expect(codeField()).toHaveValue('48');
      expect(codeField()).toHaveFocus();
      // Into the button, and from there to the code.
      expect(focused).toHaveBeenCalledTimes(2);
      expect(told).toHaveBeenCalledTimes(1);
      expect(told.mock.calls[0]?.[0]).toBeGreaterThan(30);
    } finally {
      clearInterval(timer);
      document.removeEventListener('focusin', focused);
    }
  });

  it('ends the request with the form, and tells nobody of what comes of it (F58, R-29)', async () => {
    const signals: AbortSignal[] = [];
    const told = vi.fn();
    const said = vi.spyOn(console, 'error');
    const sandbox = createSandbox();
    let answer = () => {};
    const view = await withNumber(
      { onSent: told, onError: told },
      {
        client: {
          fetch: (request) => {
            if (!request.url.endsWith('/send-sms')) return sandbox.fetch(request);
            signals.push(request.signal);
            return new Promise((resolve) => {
              answer = () =>
                void sandbox.fetch(new Request(request)).then(resolve, () => undefined);
            });
          },
        },
      },
    );
    await view.user.click(sendButton());
    await waitFor(() => expect(signals).toHaveLength(1));
    expect(signals[0]?.aborted).toBe(false);
    view.unmount();
    expect(signals[0]?.aborted).toBe(true);
    answer();
    await act(async () => undefined);
    expect(told).not.toHaveBeenCalled();
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });

  it('survives a country that no number has', async () => {
    // @ts-expect-error: as from a lookup of the visitor's place.
    const { user } = renderWidget(<BindPhone defaultCountry="AQ" />);
    await user.type(phoneField(), '+1 202 555 0123');
    await user.click(sendButton());
    await waitFor(() => expect(status()).toHaveTextContent('Code sent to +1'));
  });

  it('sends to no country that is not allowed, however the number came (R-04)', async () => {
    const { user, calls } = renderWidget(
      <BindPhone defaultCountry="CN" allowedCountries={['CN', 'DE']} />,
    );
    phoneField().focus();
    await user.paste('+44 7975 556677');
    await user.click(sendButton());
    await waitFor(() => expect(phoneField()).toHaveAccessibleDescription(/cannot be used here/));
    expect(calls()).toEqual([]);
  });
});

describe('before anything is sent', () => {
  it.each([
    ['nothing', '', 'Enter a phone number'],
    ['a number one digit short', '1391234567', 'one digit too short'],
    ['a number two digits long', '1391234567899', '2 digits too long'],
    ['two numbers', '13912345678/13812345678', 'more than one number'],
    ['words', 'hello', 'not a phone number'],
    ['an unknown calling code', '+999 123 4567', 'no country with this calling code'],
  ])('says what is wrong with %s, at the field, and asks for no code', async (_, pasted, text) => {
    const { user, calls } = renderWidget(<BindPhone defaultCountry="CN" />);
    phoneField().focus();
    if (pasted) await user.paste(pasted);
    await user.click(sendButton());
    await waitFor(() =>
      expect(phoneField()).toHaveAccessibleDescription(expect.stringContaining(text)),
    );
    expect(phoneField()).toBeInvalid();
    expect(phoneField()).toHaveFocus();
    expect(calls()).toEqual([]);
    await user.type(phoneField(), '1');
    expect(phoneField()).toBeValid();
  });

  it('advises against a landline and sends when asked again (F99)', async () => {
    const { user, callsOf } = await withNumber({}, {}, '01088886666');
    await user.click(sendButton());
    await waitFor(() => expect(phoneField()).toHaveAccessibleDescription(/looks like a landline/));
    expect(callsOf('sendSms')).toBe(0);
    await user.click(sendButton());
    await waitFor(() => expect(status()).toHaveTextContent('Code sent'));
  });

  it('asks for a code first, not for the digits of one that was never sent', async () => {
    const { user } = await withNumber();
    await user.click(bindButton());
    await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/Have a code sent first/));
  });

  it('asks for a code first when a number is bound without one', async () => {
    const { user, calls } = await withNumber();
    await user.type(codeField(), '123456');
    await user.click(bindButton());
    await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/Have a code sent first/));
    expect(calls()).toEqual([]);
  });

  it('does not bind a number that was edited after its code went out (F69)', async () => {
    const { user, callsOf, newestCode } = await withCodeSent();
    await user.type(phoneField(), '{Backspace}9');
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(codeField()).toBeInvalid());
    expect(callsOf('bindPhone')).toBe(0);
  });

  it('reads a whole text message as its code', async () => {
    const { user } = await withCodeSent();
    codeField().focus();
    await user.paste('【GenAuth】您的验证码是 482913，5 分钟内有效');
    expect(codeField()).toHaveValue('482913');
  });
});

describe('when the server refuses', () => {
  const seeded = { accounts: [{ token: TOKEN, phone: '13700137000', phoneCountryCode: '+86' }] };

  it('shows a wrong code at its field, keeps everything, and takes the right one (F91)', async () => {
    const onError = vi.fn();
    const { user, newestCode } = await withCodeSent({ onError });
    const code = newestCode();
    await user.type(codeField(), code === '000000' ? '000001' : '000000');
    await user.click(bindButton());
    await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/wrong or was used/));
    expect(codeField()).toHaveFocus();
    expect(phoneField()).toHaveValue(SHOWN);
    expect(await screen.findByText(/requestId \w+, apiCode 2001, 20\d\d-/)).toBeInTheDocument();
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ apiCode: 2001, operation: 'bindPhone' });
    await user.keyboard(code);
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });

  it('clears an expired code and leads to the next one (F92)', async () => {
    const { user, sandbox, newestCode } = await withCodeSent();
    sandbox.advance(61_000);
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/expired/));
    expect(codeField()).toHaveValue('');
    expect(sendButton()).toHaveFocus();
  });

  it('says "too soon" as a wait, not as a dead end (F90)', async () => {
    const { user, sandbox } = await withNumber();
    sandbox.addFault({
      operation: 'sendSms',
      kind: 'envelope',
      envelope: { statusCode: 429, apiCode: 2080, message: 'x' },
    });
    await user.click(sendButton());
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('a short while ago'));
    expect(sendButton()).toHaveAttribute('aria-disabled', 'true');
    expect(status()).toHaveTextContent('If a code arrives, enter it.');
  });

  it('tells of an account that has a phone already (F96)', async () => {
    const { user, newestCode } = await withCodeSent({}, { sandbox: seeded });
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() =>
      expect(phoneField()).toHaveAccessibleDescription(/already has a phone number/),
    );
  });

  it('takes a number that is the account’s own already for a success (F96)', async () => {
    const { user, sandbox, newestCode } = await withCodeSent();
    // Bound meanwhile, as from another device.
    sandbox.account({ token: TOKEN, phone: NUMBER, phoneCountryCode: '+86' });
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tells of a number that is taken, and not whose it is (F95)', async () => {
    const owner = { token: 'sandbox-owner', phone: NUMBER, phoneCountryCode: '+86' };
    const { user, newestCode } = await withCodeSent({}, { sandbox: { accounts: [owner] } });
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() =>
      expect(phoneField()).toHaveAccessibleDescription(/already linked to an account/),
    );
    expect(phoneField()).toHaveFocus();
  });

  it('tells of a country to which nothing can be sent (F97)', async () => {
    const { user, sandbox } = await withNumber({}, {}, '+44 7975 556677');
    sandbox.addFault({
      operation: 'sendSms',
      kind: 'envelope',
      envelope: { statusCode: 422, message: 'x' },
    });
    await user.click(sendButton());
    await waitFor(() =>
      expect(phoneField()).toHaveAccessibleDescription(/cannot be sent to this country/),
    );
  });

  it('asks to sign in again, and spends no message, when there is no token (F53)', async () => {
    const { user, calls } = await withNumber(
      {},
      {
        client: { getAccessToken: () => undefined },
      },
    );
    await user.click(sendButton());
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('signed out'));
    expect(calls()).toEqual([]);
  });
});

describe('when an answer is lost', () => {
  it('lets a code be entered that may have been sent (F63)', async () => {
    const { user, sandbox, newestCode } = await withNumber();
    sandbox.addFault({ operation: 'sendSms', kind: 'commitThenLose' });
    await user.click(sendButton());
    await waitFor(() => expect(status()).toHaveTextContent('If a code arrives, enter it.'));
    expect(screen.getByRole('alert')).toHaveTextContent('could not be reached');
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });

  it('shows a lost success as a success (F62)', async () => {
    const { user, sandbox, newestCode, callsOf } = await withCodeSent();
    sandbox.addFault({ operation: 'bindPhone', kind: 'commitThenLose' });
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
    expect(callsOf('bindPhone')).toBe(1);
  });

  it.each([
    { called: 'bound already', type: '' },
    { called: 'a wrong code', type: '{Backspace}' },
  ])(
    'says so when the profile cannot be read either, and a second try that is called $called finds the success (F62)',
    async ({ type }) => {
      const { user, sandbox, newestCode } = await withCodeSent();
      sandbox.addFault({ operation: 'bindPhone', kind: 'commitThenLose' });
      sandbox.addFault({ operation: 'getProfile', kind: 'resetBeforeHeaders' });
      await user.type(codeField(), newestCode());
      await user.click(bindButton());
      await waitFor(() =>
        expect(screen.getByRole('alert')).toHaveTextContent('could not be reached'),
      );
      if (type) await user.type(codeField(), `${type}${(Number(newestCode()[5]) + 1) % 10}`);
      const seen = vi.fn();
      new MutationObserver(() => seen(document.body.textContent)).observe(document.body, {
        subtree: true,
        characterData: true,
        childList: true,
      });
      await user.click(bindButton());
      await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
      expect(seen.mock.calls.join()).not.toMatch(/wrong|already|not accepted/);
    },
  );

  it('never sends by itself what failed before (R-24, R-25)', async () => {
    const { user, sandbox, callsOf } = await withNumber();
    sandbox.addFault({ operation: 'sendSms', kind: 'http', status: 500, body: '<h1>no</h1>' });
    await user.click(sendButton());
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent('service has a problem'),
    );
    act(() => {
      globalThis.dispatchEvent(new Event('online'));
      globalThis.dispatchEvent(new Event('focus'));
    });
    expect(callsOf('sendSms')).toBe(1);
    expect(phoneField()).toHaveValue(SHOWN);
    expect(document.body).not.toHaveTextContent('no');
  });
});

it('says everything in Chinese as well', async () => {
  const { user } = renderWidget(<BindPhone defaultCountry="CN" />, { locale: 'zh-Hans-CN' });
  await user.type(await screen.findByRole('textbox', { name: '手机号' }), '139');
  await user.click(screen.getByRole('button', { name: '发送验证码' }));
  expect(await screen.findByText('号码少了 8 位。')).toBeInTheDocument();
});

it('lets the host replace single words', async () => {
  const { user } = renderWidget(<BindPhone defaultCountry="CN" />, {
    messages: { sendCode: 'Text me', problem: { empty: 'Which number?' } },
  });
  await user.click(screen.getByRole('button', { name: 'Text me' }));
  expect(await screen.findByText('Which number?')).toBeInTheDocument();
});

it('goes on when the host throws in its callbacks (F74)', async () => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  const onBound = () => {
    throw new Error('host');
  };
  const { user, newestCode } = await withCodeSent({ onBound });
  await user.type(codeField(), newestCode());
  await user.click(bindButton());
  await waitFor(() => expect(reportError).toHaveBeenCalledTimes(1));
  expect(status()).toHaveTextContent('Phone bound');
  vi.unstubAllGlobals();
});
