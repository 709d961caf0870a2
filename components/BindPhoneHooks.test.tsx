import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GenAuthProvider } from '../src/account/GenAuthProvider.tsx';
import { sendLog } from '../src/account/sendLog.ts';
import type { BeforeSendAnswer, BeforeSendInfo } from '../src/index.ts';
import { BindPhone } from './BindPhone.tsx';
import {
  alertOf,
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
  wrong,
} from './form.testing.tsx';
import { TOKEN } from './testing.tsx';

const CAPTCHA = {
  kind: 'envelope',
  envelope: { statusCode: 499, apiCode: 2000, message: 'x' },
} as const;
const MASKED = '+86 ••• •••• 5678';

const reportError = vi.fn();
beforeEach(() => void vi.stubGlobal('reportError', reportError));

afterEach(() => {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  reportError.mockReset();
});

describe('onBeforeSend', () => {
  it('R-05 is asked once for each code, and told only the last digits', async () => {
    const onBeforeSend = vi.fn();
    const { user, callsOf, letTimePass } = await withCodeSent({ onBeforeSend });
    expect(onBeforeSend.mock.calls).toEqual([[{ purpose: 'bind', masked: MASKED }]]);
    letTimePass(60_000);
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-disabled'));
    await user.dblClick(sendButton());
    await waitFor(() => expect(callsOf('sendSms')).toBe(2));
    expect(onBeforeSend).toHaveBeenCalledTimes(2);
  });

  it('R-05 is not asked for a number that cannot be sent to', async () => {
    const onBeforeSend = vi.fn();
    const { user } = await withNumber({ onBeforeSend }, {}, '139');
    await user.click(sendButton());
    await waitFor(() => expect(phoneField()).toBeInvalid());
    expect(onBeforeSend).not.toHaveBeenCalled();
  });

  it.each<[string, () => BeforeSendAnswer | Promise<BeforeSendAnswer>, number]>([
    ['no', () => false, 0],
    ['no, later', async () => false, 0],
    ['with a rejection', () => Promise.reject(new Error('captcha closed')), 1],
    [
      'by throwing (F74)',
      () => {
        throw new Error('captcha broken');
      },
      1,
    ],
  ])('R-05 sends nothing when the host answers %s', async (_, onBeforeSend, reports) => {
    const onError = vi.fn();
    const { user, calls } = await withNumber({ onBeforeSend, onError });
    await user.click(sendButton());
    await waitFor(() => expect(status()).toHaveTextContent('No code was sent.'));
    expect(sendButton()).not.toHaveAttribute('aria-disabled');
    expect(phoneField()).toHaveValue(SHOWN);
    expect(calls()).toEqual([]);
    expect(reportError).toHaveBeenCalledTimes(reports);
    expect(onError).not.toHaveBeenCalled();
  });

  it('R-05 sends nothing when the host has not answered within five minutes', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const onBeforeSend = vi.fn(() => new Promise<boolean>(() => {}));
    const { user, calls } = await withNumber({ onBeforeSend });
    await user.click(sendButton());
    await waitFor(() => expect(onBeforeSend).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sendButton()).toHaveAttribute('aria-busy', 'true');
    // Nothing is being sent yet.
    expect(status()).toHaveTextContent('');
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    await waitFor(() => expect(status()).toHaveTextContent('No code was sent.'));
    expect(sendButton()).not.toHaveAttribute('aria-busy');
    expect(calls()).toEqual([]);
  });

  it('R-05 F100 is asked once more when the server wants a captcha, and what it adds then is sent', async () => {
    const onBeforeSend = vi.fn(({ needsCaptcha }: BeforeSendInfo) =>
      needsCaptcha ? { captchaCode: 'a7k2' } : undefined,
    );
    const { user, sandbox, callsOf, calls } = await withNumber({ onBeforeSend });
    sandbox.addFault({ operation: 'sendSms', ...CAPTCHA });
    await user.click(sendButton());
    await waitFor(() => expect(status()).toHaveTextContent('Code sent'));
    expect(onBeforeSend.mock.calls).toEqual([
      [{ purpose: 'bind', masked: MASKED }],
      [{ purpose: 'bind', masked: MASKED, needsCaptcha: true }],
    ]);
    expect(callsOf('sendSms')).toBe(2);
    expect(calls()[1]?.body).toMatchObject({ captchaCode: 'a7k2' });
  });

  it.each<[string, BeforeSendAnswer, number]>([
    ['answers no', false, 1],
    ['adds nothing', undefined, 1],
    ['adds what the server refuses again', { captchaCode: 'wrong' }, 2],
  ])('R-05 F100 is asked no third time when it %s', async (_, answer, requests) => {
    const onBeforeSend = vi.fn(({ needsCaptcha }: BeforeSendInfo) =>
      needsCaptcha ? answer : undefined,
    );
    const { user, sandbox, callsOf } = await withNumber({ onBeforeSend });
    sandbox.addFault({ operation: 'sendSms', ...CAPTCHA, times: 9 });
    await user.click(sendButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('make sure that you are a person'));
    expect(onBeforeSend).toHaveBeenCalledTimes(2);
    expect(callsOf('sendSms')).toBe(requests);
    // Nothing went out, and nobody has to wait.
    expect(sendButton()).not.toHaveAttribute('aria-disabled');
  });

  it('F100 sends nothing again for a host that asks nothing of its own', async () => {
    const { user, sandbox, callsOf } = await withNumber();
    sandbox.addFault({ operation: 'sendSms', ...CAPTCHA });
    await user.click(sendButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('make sure that you are a person'));
    expect(callsOf('sendSms')).toBe(1);
  });

  it("R-05 passes the answer's fields on in the request, and lets them replace nothing", async () => {
    const onBeforeSend = async () => ({ captchaCode: 'a7k2', phoneNumber: '13800000000' });
    const { calls } = await withCodeSent({ onBeforeSend });
    expect(calls()[0]?.body).toEqual({
      captchaCode: 'a7k2',
      channel: 'CHANNEL_BIND_PHONE',
      phoneNumber: NUMBER,
      phoneCountryCode: '+86',
    });
  });

  it('R-05 is gone on without once the number is edited', async () => {
    const answers: ((answer: boolean) => void)[] = [];
    const onBeforeSend = vi.fn(() => new Promise<boolean>((resolve) => answers.push(resolve)));
    const { user, calls, sandbox } = await withNumber({ onBeforeSend });
    await user.click(sendButton());
    await waitFor(() => expect(answers).toHaveLength(1));
    await user.type(phoneField(), '{Backspace}9');
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-busy'));
    answers[0]?.(true);
    await user.click(sendButton());
    await waitFor(() => expect(answers).toHaveLength(2));
    expect(calls()).toEqual([]);
    answers[1]?.(true);
    await waitFor(() => expect(status()).toHaveTextContent('Code sent to +86 139 1234 5679'));
    expect(sandbox.outbox()).toHaveLength(1);
    expect(reportError).not.toHaveBeenCalled();
  });
});

describe('what the host is told', () => {
  it('R-35 of each code once, after it is shown', async () => {
    const shown: unknown[] = [];
    await withCodeSent({
      onSent: (send) => shown.push({ ...send, status: wordsOf(status()) }),
    });
    await waitFor(() =>
      expect(shown).toEqual([
        { purpose: 'bind', masked: MASKED, status: 'Code sent to +86 139 1234 5678.' },
      ]),
    );
  });

  it('R-35 of each failed call once, after it is shown, and of no code that was not sent', async () => {
    const onError = vi.fn((_: Error) => alertOf().textContent);
    const onSent = vi.fn();
    const { user, sandbox } = await withNumber({ onError, onSent });
    sandbox.addFault({ operation: 'sendSms', kind: 'http', status: 500, body: '' });
    await user.click(sendButton());
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(onError).toHaveReturnedWith(expect.stringContaining('service has a problem'));
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ operation: 'sendSms', kind: 'server' });
    await user.click(sendButton());
    await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it('R-35 F74 in callbacks that may all throw: each is reported, and the phone is bound', async () => {
    const hostBreaks = (name: string) => () => {
      throw new Error(name);
    };
    const { user, newestCode } = await withCodeSent({
      onSent: hostBreaks('onSent'),
      onError: hostBreaks('onError'),
      onBound: hostBreaks('onBound'),
    });
    const code = newestCode();
    await user.type(codeField(), wrong(code));
    await user.click(bindButton());
    await waitFor(() => expect(codeField()).toBeInvalid());
    await user.clear(codeField());
    await user.type(codeField(), code);
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent(`Phone bound: ${MASKED}`));
    await waitFor(() =>
      expect(reportError.mock.calls.map(([{ message }]) => message)).toEqual([
        'onSent',
        'onError',
        'onBound',
      ]),
    );
  });
});

describe('the session', () => {
  it('F50 F52 is renewed without a word when the token has expired', async () => {
    let token = TOKEN;
    let renewed = TOKEN;
    const getAccessToken = vi.fn((options?: { force?: boolean }) => {
      if (options?.force) token = renewed;
      return token;
    });
    const onAuthExpired = vi.fn();
    const view = await withCodeSent({ onAuthExpired }, { client: { getAccessToken } });
    const { user, sandbox, newestCode, callsOf } = view;
    const code = newestCode();
    renewed = sandbox.renewToken(TOKEN);
    await user.type(codeField(), code);
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
    expect(callsOf('bindPhone')).toBe(2);
    expect(getAccessToken.mock.calls.filter(([options]) => options?.force)).toHaveLength(1);
    expect(onAuthExpired).not.toHaveBeenCalled();
  });

  it('F50 F51 tells the host once when it is over, and keeps what was typed', async () => {
    const onAuthExpired = vi.fn();
    const onError = vi.fn();
    const { user, sandbox, newestCode } = await withCodeSent({ onAuthExpired, onError });
    const code = newestCode();
    // The host has nothing newer.
    sandbox.renewToken(TOKEN);
    await user.type(codeField(), code);
    await user.click(bindButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('signed out'));
    await waitFor(() => expect(onAuthExpired).toHaveBeenCalledTimes(1));
    expect(onError).toHaveBeenCalledTimes(1);
    expect(phoneField()).toHaveValue(SHOWN);
    expect(codeField()).toHaveValue(code);
  });
});

describe('onReauthRequired', () => {
  it('R-12 F55 is awaited once, and then one code is sent', async () => {
    const onReauthRequired = vi.fn(async () => view.sandbox.reauthenticate(TOKEN));
    const onError = vi.fn();
    const view = await withNumber({ onReauthRequired, onError });
    const { user, sandbox, callsOf } = view;
    sandbox.addFault({ operation: 'sendSms', kind: 'reauth' });
    await user.click(sendButton());
    await waitFor(() => expect(status()).toHaveTextContent('Code sent'));
    expect(onReauthRequired).toHaveBeenCalledTimes(1);
    expect(callsOf('sendSms')).toBe(2);
    expect(sandbox.outbox()).toHaveLength(1);
    expect(onError).not.toHaveBeenCalled();
  });

  it('R-12 F55 goes on with the same number and code', async () => {
    const onReauthRequired = vi.fn(() => view.sandbox.reauthenticate(TOKEN));
    const view = await withCodeSent({ onReauthRequired });
    const { user, sandbox, newestCode, calls } = view;
    sandbox.addFault({ operation: 'bindPhone', kind: 'reauth' });
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
    const [first, second, ...others] = calls().filter(({ operation }) => operation === 'bindPhone');
    expect(second?.body).toEqual(first?.body);
    expect(others).toEqual([]);
    expect(onReauthRequired).toHaveBeenCalledTimes(1);
  });

  it.each<[string, (() => Promise<void>) | undefined]>([
    ['the person refuses', () => Promise.reject(new Error('closed'))],
    ['nothing comes of it', () => Promise.resolve()],
    ['the host has no way to it', undefined],
  ])('R-12 F55 leads back with everything kept when %s', async (_, onReauthRequired) => {
    const onError = vi.fn();
    const { user, sandbox, newestCode } = await withCodeSent({ onReauthRequired, onError });
    sandbox.addFault({ operation: 'bindPhone', kind: 'reauth' });
    const code = newestCode();
    await user.type(codeField(), code);
    await user.click(bindButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('Confirm that it is you'));
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(phoneField()).toHaveValue(SHOWN);
    expect(codeField()).toHaveValue(code);
    sandbox.reauthenticate(TOKEN);
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });
});

describe('when another account signs in', () => {
  type View = Awaited<ReturnType<typeof withNumber>>;

  function signIn({ rerender, client }: Pick<View, 'rerender' | 'client'>, userKey?: string) {
    rerender(
      <GenAuthProvider client={client} userKey={userKey}>
        <BindPhone defaultCountry="CN" />
      </GenAuthProvider>,
    );
  }

  it('F54 the code is dropped, the memory with it, and the number stays', async () => {
    const view = await withCodeSent({}, { userKey: 'ann' });
    const { user, newestCode, callsOf } = view;
    await user.type(codeField(), newestCode());
    signIn(view, 'bob');
    await waitFor(() => expect(status()).toHaveTextContent('Another account is signed in now.'));
    expect(codeField()).toHaveValue('');
    expect(phoneField()).toHaveValue(SHOWN);
    expect(sendButton()).toHaveTextContent('Send code');
    expect(sendButton()).not.toHaveAttribute('aria-disabled');
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/Have a code sent first/));
    expect(callsOf('bindPhone')).toBe(0);
  });

  it('F54 a code that is being sent is nobody’s any more', async () => {
    const view = await withNumber({}, { userKey: 'ann' });
    const { user, sandbox, callsOf } = view;
    sandbox.addFault({ operation: 'sendSms', kind: 'delay', ms: 10_000 });
    await user.click(sendButton());
    await waitFor(() => expect(callsOf('sendSms')).toBe(1));
    signIn(view, 'bob');
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-busy'));
    expect(sendButton()).not.toHaveAttribute('aria-disabled');
    expect(status()).toHaveTextContent('Another account is signed in now.');
  });

  it('F54 a host that is still asked for the one before is asked no longer', async () => {
    const onBeforeSend = vi.fn(() => new Promise<boolean>(() => {}));
    const view = await withNumber({ onBeforeSend }, { userKey: 'ann' });
    await view.user.click(sendButton());
    await waitFor(() => expect(onBeforeSend).toHaveBeenCalled());
    signIn(view, 'bob');
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-busy'));
    expect(status()).toHaveTextContent('Another account is signed in now.');
    expect(view.calls()).toEqual([]);
    expect(reportError).not.toHaveBeenCalled();
  });

  it('F54 a sign-out is called that, and the next sign-in takes the word back', async () => {
    const view = await withCodeSent({}, { userKey: 'ann' });
    await view.user.type(codeField(), view.newestCode());
    signIn(view);
    await waitFor(() => expect(status()).toHaveTextContent('You are signed out.'));
    expect(codeField()).toHaveValue('');
    expect(phoneField()).toHaveValue(SHOWN);
    signIn(view, 'bob');
    await waitFor(() => expect(status()).toBeEmptyDOMElement());
  });

  it('F54 nothing is dropped when the host only comes to know who is signed in', async () => {
    const view = await withCodeSent();
    const { user, newestCode } = view;
    signIn(view, 'ann');
    expect(status()).toHaveTextContent('Code sent');
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
