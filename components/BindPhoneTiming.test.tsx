import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { GenAuthProvider } from '../src/account/GenAuthProvider.tsx';
import { sendLog } from '../src/account/sendLog.ts';
import { settingsOf } from '../src/account/settings.ts';
import { createSandbox } from '../src/sandbox/index.ts';
import { createAuthenticationClient } from '../src/sdk/authenticationClient.ts';
import { BindPhone } from './BindPhone.tsx';
import {
  bindButton,
  codeField,
  NUMBER,
  phoneField,
  sendButton,
  status,
  withCodeSent,
  withNumber,
} from './form.testing.tsx';
import { phoneFlowModule } from './phoneFlowModule.ts';
import { renderWidget } from './testing.tsx';

afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
  sendLog.clear('bind');
  localStorage.clear();
});

it('takes an answer that is delivered twice once (F57)', async () => {
  const sandbox = createSandbox();
  const onSent = vi.fn();
  const onBound = vi.fn();
  // A promise of a host's own, that keeps its word twice.
  const fetch = (request: Request) => ({
    // biome-ignore lint/suspicious/noThenProperty: the fault itself
    then(resolve: (response: Response) => void, reject: (error: unknown) => void) {
      sandbox.fetch(request).then((response) => {
        resolve(response.clone());
        resolve(response);
      }, reject);
    },
  });
  const { user } = await withCodeSent(
    { onSent, onBound },
    { client: { fetch: fetch as unknown as typeof sandbox.fetch } },
  );
  await user.type(codeField(), sandbox.outbox()[0]?.code ?? '');
  await user.click(bindButton());
  await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  expect(onSent).toHaveBeenCalledTimes(1);
  expect(onBound).toHaveBeenCalledTimes(1);
});

it('knows after a second send failed that the first, answered late, may have brought a code (F61)', async () => {
  const first = await withNumber();
  const asked = vi.fn();
  first.sandbox.addFault({ operation: 'sendSms', kind: 'delay', ms: 200 });
  const fetch = (request: Request) => {
    asked(request.url);
    return first.sandbox.fetch(request);
  };
  await first.user.click(sendButton());
  await waitFor(() => expect(first.callsOf('sendSms')).toBe(1));
  first.unmount();
  const other = '13800138000';
  const { user } = await withNumber({}, { client: { fetch } }, other);
  first.sandbox.addFault({ operation: 'sendSms', kind: 'http', status: 500 });
  await user.click(sendButton());
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('has a problem'));
  expect(status()).toHaveTextContent('');
  await user.clear(phoneField());
  await user.type(phoneField(), NUMBER);
  await user.type(codeField(), first.newestCode());
  await user.click(bindButton());
  await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  expect(first.callsOf('sendSms')).toBe(2);
});

it('lets no second send begin while the first is unanswered, so that none can overtake (F61)', async () => {
  const sandbox = createSandbox();
  let answer = () => {};
  const isAnswered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const fetch = async (request: Request) => {
    const response = await sandbox.fetch(request);
    if (request.url.endsWith('/send-sms')) await isAnswered;
    return response;
  };
  const sends = () => sandbox.calls().filter(({ operation }) => operation === 'sendSms');
  const { user } = await withNumber({}, { client: { fetch } });
  await user.click(sendButton());
  await waitFor(() => expect(sends()).toHaveLength(1));
  await user.type(phoneField(), '{Backspace}9');
  await user.click(sendButton());
  await user.type(phoneField(), '{Enter}');
  expect(sendButton()).toHaveAttribute('aria-busy', 'true');
  answer();
  await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-busy', 'true'));
  expect(sends()).toHaveLength(1);
});

it('takes the Enter that ends a composition for no gesture (F67)', async () => {
  const { user, callsOf } = await withNumber();
  fireEvent.keyDown(phoneField(), { key: 'Enter', isComposing: true });
  // As Safari tells of it: after the composition, under the number of an input method.
  fireEvent.keyDown(phoneField(), { key: 'Enter', keyCode: 229 });
  await user.tab();
  expect(status()).toHaveTextContent('');
  fireEvent.keyDown(phoneField(), { key: 'Enter' });
  await waitFor(() => expect(status()).toHaveTextContent('Code sent'));
  expect(callsOf('sendSms')).toBe(1);
});

it('sends once and binds once when autofill and the person act in the same moment (F68)', async () => {
  const { callsOf, newestCode } = renderWidget(<BindPhone defaultCountry="CN" />);
  fireEvent.input(phoneField(), { target: { value: NUMBER } });
  fireEvent.click(sendButton());
  fireEvent.keyDown(phoneField(), { key: 'Enter' });
  fireEvent.click(sendButton());
  await waitFor(() => expect(status()).toHaveTextContent('Code sent'));
  fireEvent.input(codeField(), { target: { value: newestCode() } });
  fireEvent.click(bindButton());
  fireEvent.click(bindButton());
  await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  expect(callsOf('sendSms')).toBe(1);
  expect(callsOf('bindPhone')).toBe(1);
});

it('lets the answer to a bind decide, whatever is typed meanwhile (F70)', async () => {
  const onBound = vi.fn();
  const { user, sandbox, newestCode, callsOf } = await withCodeSent({ onBound });
  sandbox.addFault({ operation: 'bindPhone', kind: 'delay', ms: 300 });
  await user.type(codeField(), newestCode());
  await user.click(bindButton());
  await waitFor(() => expect(callsOf('bindPhone')).toBe(1));
  await user.click(screen.getByRole('button', { name: 'Change number' }));
  await user.type(phoneField(), '{Backspace}9');
  await waitFor(() => expect(status()).toHaveTextContent('Phone bound: +86 ••• •••• 5678'));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(onBound).toHaveBeenCalledTimes(1);
});

it('shows a way on when it breaks while rendering, and tells the host (F76)', async () => {
  let isBroken = true;
  // React reports what a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const onError = vi.fn();
  const { user } = renderWidget(<BindPhone defaultCountry="CN" onError={onError} />, {
    messages: {
      countryCallingCode: (country) => {
        if (isBroken) throw new Error('a message of the host that throws');
        return `Country calling code, ${country}`;
      },
    },
  });
  expect(screen.getByRole('alert')).toHaveTextContent('This form stopped working.');
  await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(phoneField()).toBeInTheDocument();
});

it('keeps the number when a code expires with the form open, and one press brings another (F82)', async () => {
  const { user, sandbox, newestCode, callsOf } = await withCodeSent();
  sandbox.advance(61_000);
  await user.type(codeField(), newestCode());
  await user.click(bindButton());
  await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/has expired/));
  expect(phoneField()).toHaveValue('139 1234 5678');
  expect(callsOf('bindPhone')).toBe(1);
  const other = sandbox.outbox().length;
  act(() => sendLog.clear('bind'));
  await user.click(sendButton());
  await waitFor(() => expect(sandbox.outbox()).toHaveLength(other + 1));
  await user.type(codeField(), newestCode());
  await user.click(bindButton());
  await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
});

it('says of a code that was used that it was, and takes the next one (F93)', async () => {
  const { user, sandbox, newestCode } = await withCodeSent();
  const phone = { phoneNumber: NUMBER, phoneCountryCode: '+86', passCode: newestCode() };
  // Somebody with the same phone was quicker, and let go of it again.
  const { token } = sandbox.account({});
  const other = createAuthenticationClient({
    appId: '64f0c1d2e3a4b5c6d7e8f901',
    appHost: 'https://example.genauth.ai',
    getAccessToken: () => token,
    fetch: sandbox.fetch,
  });
  await other.bindPhone(phone);
  await user.type(codeField(), phone.passCode);
  await user.click(bindButton());
  await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/was used already/));
  expect(codeField()).toHaveFocus();
  expect(phoneField()).toHaveValue('139 1234 5678');
});

/** As some password managers do, and early autofill. */
function fillSilently(field: HTMLElement, text: string) {
  const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  property?.set?.call(field, text);
}

it('keeps a code that was filled in without an event while the seconds run (F72)', async () => {
  const { user, newestCode, client } = await withCodeSent();
  await waitFor(() => expect(codeField()).toHaveFocus());
  // What the tenant says of its codes is rendered once, too.
  await act(async () => void (await settingsOf(client).load()));
  fillSilently(codeField(), newestCode());
  const wait = sendButton().getAttribute('aria-describedby') ?? '';
  const shown = document.getElementById(wait)?.textContent;
  expect(shown).toMatch(/in \d+ seconds/);
  await waitFor(() => expect(document.getElementById(wait)?.textContent).not.toBe(shown));
  expect(codeField()).toHaveValue(newestCode());
  await user.click(bindButton());
  await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
});

it('keeps a code that was filled in without an event, whatever arrives or is said later (F72)', async () => {
  const settings = { codeLength: 5 };
  const { user, client, newestCode, sandbox, rerender } = renderWidget(
    <BindPhone defaultCountry="CN" />,
    { sandbox: { settings } },
  );
  // Before the form's later code, and before the tenant's word on how long its codes are.
  fillSilently(codeField(), '482913');
  await act(async () => void (await settingsOf(client).load()));
  await act(async () => void (await phoneFlowModule.load()));
  expect(codeField()).toHaveValue('482913');
  // A problem at the field, too, and other words.
  await user.click(bindButton());
  expect(codeField()).toHaveValue('482913');
  await waitFor(() => expect(codeField()).toHaveAttribute('aria-invalid', 'true'));
  fillSilently(codeField(), '48292');
  rerender(
    <GenAuthProvider client={client} locale="zh-CN">
      <BindPhone defaultCountry="CN" />
    </GenAuthProvider>,
  );
  const inChinese = () => screen.getByRole('textbox', { name: '验证码' });
  await waitFor(() => expect(inChinese()).toHaveValue('48292'));
  // And what was filled in so is what is sent.
  await user.type(screen.getByRole('textbox', { name: '手机号' }), NUMBER);
  await user.click(screen.getByRole('button', { name: '发送验证码' }));
  await waitFor(() => expect(sandbox.outbox()).toHaveLength(1));
  await waitFor(() => expect(inChinese()).toHaveFocus());
  fillSilently(inChinese(), newestCode());
  await user.click(screen.getByRole('button', { name: '绑定手机号' }));
  await waitFor(() => expect(status()).toHaveAttribute('data-bound'));
});

it('takes a code that was filled in before the page’s code had arrived (F72)', async () => {
  const sandbox = createSandbox();
  const client = createAuthenticationClient({
    appId: '64f0c1d2e3a4b5c6d7e8f901',
    appHost: 'https://example.genauth.ai',
    getAccessToken: () => 'sandbox-test',
    fetch: sandbox.fetch,
  });
  const page = (
    <GenAuthProvider client={client}>
      <BindPhone defaultCountry="CN" />
    </GenAuthProvider>
  );
  const container = document.body.appendChild(document.createElement('div'));
  // Made on the server, of our own words.
  container.innerHTML = renderToString(page);
  fillSilently(codeField(), '482913');
  const user = userEvent.setup();
  const { unmount } = render(page, { container, hydrate: true });
  expect(codeField()).toHaveValue('482913');
  await user.type(phoneField(), NUMBER);
  expect(codeField()).toHaveValue('482913');
  await user.click(bindButton());
  // Read, and of no use without a message.
  await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/Have a code sent first/));
  unmount();
});
