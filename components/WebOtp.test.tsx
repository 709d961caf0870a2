import { act, cleanup, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
import { BindPhone } from './BindPhone.tsx';
import {
  bindButton,
  codeField,
  NUMBER,
  phoneField,
  sendAgain,
  sendButton,
  status,
  withCodeSent,
  withNumber,
} from './form.testing.tsx';
import { renderWidget } from './testing.tsx';

interface Asked {
  otp: unknown;
  signal: AbortSignal;
  answer: (credential: unknown) => void;
  refuse: (error: Error) => void;
}

/** What the browser was asked for, oldest first. */
let asked: Asked[];
/** Those that still wait for a message. */
const open = () => asked.filter(({ signal }) => !signal.aborted);

beforeEach(() => {
  asked = [];
  vi.stubGlobal('OTPCredential', class {});
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get } });
});

// As a browser does it, but for one that answers even after the signal, as some did.
function get({ otp, signal }: { otp: unknown; signal: AbortSignal }) {
  return new Promise((answer, refuse) => asked.push({ otp, signal, answer, refuse }));
}

afterEach(() => {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'credentials');
});

const webOtp = { webOtp: true };

async function waiting(props: Parameters<typeof withCodeSent>[0] = webOtp) {
  const view = await withCodeSent(props);
  await waitFor(() => expect(open()).toHaveLength(1));
  return view;
}

describe('R-17 reading the code from the message', () => {
  it('asks for nothing unless the host wants it', async () => {
    await withCodeSent();
    expect(asked).toEqual([]);
  });

  it('asks for nothing where the browser cannot', async () => {
    vi.unstubAllGlobals();
    const { user, newestCode } = await withCodeSent(webOtp);
    await user.type(codeField(), newestCode());
    expect(codeField()).toHaveValue(newestCode());
  });

  it('asks for nothing before a code was sent', async () => {
    const { user, sandbox } = await withNumber(webOtp);
    sandbox.addFault({ operation: 'sendSms', kind: 'http', status: 403, body: '' });
    await user.click(sendButton());
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-busy'));
    expect(asked).toEqual([]);
  });

  it('fills the code in, and leaves the pressing to the person', async () => {
    const { user, newestCode, callsOf } = await waiting();
    expect(asked[0]?.otp).toEqual({ transport: ['sms'] });
    await act(async () => asked[0]?.answer({ code: newestCode() }));
    expect(codeField()).toHaveValue(newestCode());
    expect(codeField()).toHaveFocus();
    expect(callsOf('bindPhone')).toBe(0);
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
    expect(asked).toHaveLength(1);
  });

  it('R-19 goes on by itself where the host wants that, too', async () => {
    const { newestCode } = await waiting({ webOtp: true, autoSubmit: true });
    await act(async () => asked[0]?.answer({ code: newestCode() }));
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });

  it('asks once in StrictMode, too: the first asking is ended', async () => {
    const { user } = renderWidget(
      <StrictMode>
        <BindPhone defaultCountry="CN" webOtp />
      </StrictMode>,
    );
    await user.type(phoneField(), NUMBER);
    await user.click(sendButton());
    await waitFor(() => expect(open()).toHaveLength(1));
  });

  it('asks anew for the next message', async () => {
    const view = await waiting();
    view.letTimePass(60_000);
    await sendAgain(view);
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(open()).toEqual([asked[1]]);
  });

  it.each([
    ['declines', (): void => asked[0]?.refuse(new DOMException('', 'NotAllowedError'))],
    ['gets another kind of credential', (): void => asked[0]?.answer({ id: 'x' })],
    ['gets none', (): void => asked[0]?.answer(null)],
  ])('does not ask again when the person %s', async (_, decide) => {
    const { user, newestCode } = await waiting();
    await act(async () => decide());
    expect(codeField()).toHaveValue('');
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
    expect(asked).toHaveLength(1);
  });
});

describe('R-17 B25 stops asking', () => {
  it('when the form goes away', async () => {
    const { unmount } = await waiting();
    unmount();
    expect(open()).toEqual([]);
  });

  it('when a code is typed, and never overwrites it', async () => {
    const { user, newestCode } = await waiting();
    await user.type(codeField(), '4');
    expect(open()).toEqual([]);
    await act(async () => asked[0]?.answer({ code: newestCode() }));
    expect(codeField()).toHaveValue('4');
    await user.clear(codeField());
    expect(asked).toHaveLength(1);
  });

  it('when the code is submitted, and ignores an answer that comes later', async () => {
    const { user, sandbox, newestCode, callsOf } = await waiting();
    sandbox.addFault({ operation: 'bindPhone', kind: 'hang' });
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(callsOf('bindPhone')).toBe(1));
    await act(async () => asked[0]?.answer({ code: '000000' }));
    expect(open()).toEqual([]);
    expect(codeField()).toHaveValue(newestCode());
  });

  it('when the number is edited, and takes no code for the one before', async () => {
    const { user, newestCode } = await waiting();
    await user.type(phoneField(), '{Backspace}9');
    await waitFor(() => expect(open()).toEqual([]));
    await act(async () => asked[0]?.answer({ code: newestCode() }));
    expect(codeField()).toHaveValue('');
    expect(phoneField()).toHaveFocus();
  });

  it('while the page is hidden, and asks again when it is back', async () => {
    const { newestCode } = await waiting();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(open()).toEqual([]);
    await act(async () => asked[0]?.answer({ code: '000000' }));
    expect(codeField()).toHaveValue('');
    hidden.mockReturnValue(false);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(open()).toHaveLength(1);
    await act(async () => asked[1]?.answer({ code: newestCode() }));
    expect(codeField()).toHaveValue(newestCode());
  });

  it('when another code is asked for', async () => {
    const { user, sandbox, letTimePass } = await waiting();
    letTimePass(60_000);
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-disabled'));
    sandbox.addFault({ operation: 'sendSms', kind: 'hang' });
    await user.click(sendButton());
    await waitFor(() => expect(open()).toEqual([]));
  });
});
