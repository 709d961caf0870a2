import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
import type { Settings } from '../src/sandbox/index.ts';
import { BindPhone, type BindPhoneProps } from './BindPhone.tsx';
import {
  alertOf,
  bindButton,
  codeField,
  phoneField,
  sendAgain,
  sendButton,
  withCodeSent,
  withNumber,
  wrong,
} from './form.testing.tsx';
import { renderWidget } from './testing.tsx';

const country = () => screen.getByRole('button', { name: /^Country calling code/ });

/** The form once it has the tenant's settings, to be seen by a calling code that nothing else would bring. */
async function afterTenantSpoke(
  callingCode: string,
  settings: Partial<Settings>,
  props: BindPhoneProps = {},
) {
  const view = renderWidget(<BindPhone {...props} />, { sandbox: { settings } });
  await waitFor(() => expect(country()).toHaveTextContent(callingCode));
  return view;
}

afterEach(() => {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  vi.restoreAllMocks();
});

describe('the country of numbers without a calling code', () => {
  it.each([
    ['the host’s word', { defaultCountry: 'DE' }, 'GB', 'fr-FR', '+49'],
    ['the tenant’s, where the host has none', {}, 'GB', 'fr-FR', '+44'],
    [
      'the tenant’s over a host’s that is not allowed',
      { defaultCountry: 'DE', allowedCountries: ['GB'] },
      'GB',
      'fr-FR',
      '+44',
    ],
    ['the only one allowed', { allowedCountries: ['JP'] }, 'GB', 'fr-FR', '+81'],
  ] as const)('is %s', async (_, props, defaultCountry, language, callingCode) => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
    renderWidget(<BindPhone {...props} />, { sandbox: { settings: { defaultCountry } } });
    await waitFor(() => expect(country()).toHaveTextContent(callingCode));
  });

  it.each([
    ['fr-FR', '+33'],
    // Of systems that do not spell languages as BCP 47 does.
    ['fr_FR.UTF-8', '+33'],
    ['de-AT@posix', '+43'],
    ['c', '+1'],
    ['', '+1'],
  ])(
    'is the browser’s region while, or where, the tenant says nothing: %j',
    async (language, callingCode) => {
      vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
      const fetch = async () => Response.json({ statusCode: 500, message: '' });
      const { user } = renderWidget(<BindPhone />, { client: { fetch } });
      await user.type(phoneField(), '612345678');
      expect(country()).toHaveTextContent(callingCode);
    },
  );

  it('never changes under a number that is being typed', async () => {
    const answers: (() => void)[] = [];
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('fr-FR');
    const body = { statusCode: 200, data: { internationalSmsConfig: { defaultISOType: 'GB' } } };
    const fetch = () =>
      new Promise<Response>((resolve) => answers.push(() => resolve(Response.json(body))));
    const { user } = renderWidget(<BindPhone />, { client: { fetch } });
    await waitFor(() => expect(answers).toHaveLength(1));
    await user.type(phoneField(), '6');
    answers[0]?.();
    await user.type(phoneField(), '12345678');
    expect(country()).toHaveTextContent('+33');
    expect(phoneField()).toHaveValue('6 12 34 56 78');
  });
});

it('offers a number of the tenant’s country to whoever typed it in another (B4)', async () => {
  const { user, sandbox } = await afterTenantSpoke('+86', {});
  await user.type(phoneField(), '+1');
  await user.clear(phoneField());
  await user.type(phoneField(), '13800001111');
  await user.click(sendButton());
  await user.click(await screen.findByRole('button', { name: 'Did you mean +86 138 0000 1111?' }));
  expect(phoneField()).toHaveValue('138 0000 1111');
  await user.click(sendButton());
  await waitFor(() => expect(sandbox.outbox()[0]?.to).toBe('+8613800001111'));
});

describe('a tenant without international messages', () => {
  it('R-04 sends to no other country than +86, and says so in words', async () => {
    const { user, calls } = await afterTenantSpoke('+86', { internationalSms: false });
    await user.type(phoneField(), '+44 7400 123456');
    await user.click(sendButton());
    await waitFor(() => expect(phoneField()).toHaveAccessibleDescription(/cannot be used here/));
    expect(calls()).toEqual([]);
    await user.clear(phoneField());
    await user.type(phoneField(), '+86 139 1234 5678');
    await user.click(sendButton());
    await waitFor(() => expect(calls()).toHaveLength(1));
  });

  it('R-04 still goes by the countries that the host allows: it may have a provider of its own', async () => {
    const settings = { internationalSms: false, defaultCountry: 'GB' };
    const props = { allowedCountries: ['US', 'GB'] } as const;
    const { user, calls } = await afterTenantSpoke('+44', settings, props);
    await user.type(phoneField(), '7400 123456');
    await user.click(sendButton());
    await waitFor(() => expect(calls()).toHaveLength(1));
  });
});

describe('the length of a code', () => {
  it.each([4, 8])(
    'R-06 is the tenant’s: %i digits are bound, others are not sent',
    async (codeLength) => {
      const settings = { codeLength, defaultCountry: 'GB' };
      const { user, newestCode, callsOf } = await afterTenantSpoke('+44', settings);
      await user.type(phoneField(), '7400 123456{Enter}');
      await waitFor(() => expect(codeField()).toHaveFocus());
      const code = newestCode();
      expect(code).toHaveLength(codeLength);
      await user.type(codeField(), '123456');
      await user.click(bindButton());
      await waitFor(() =>
        expect(codeField()).toHaveAccessibleDescription(
          expect.stringContaining(`Enter only the code: ${codeLength} digits.`),
        ),
      );
      expect(callsOf('bindPhone')).toBe(0);
      await user.clear(codeField());
      await user.paste(`Your code is ${code}. Valid for 10 minutes.`);
      expect(codeField()).toHaveValue(code);
      await user.click(bindButton());
      await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Phone bound'));
    },
  );
});

describe('autoSubmit', () => {
  it('R-19 is off unless asked for', async () => {
    const { user, newestCode, callsOf } = await withCodeSent();
    expect(codeField()).not.toHaveAccessibleDescription(/checked at once/);
    await user.type(codeField(), newestCode());
    expect(bindButton()).not.toHaveAttribute('aria-busy');
    expect(callsOf('bindPhone')).toBe(0);
  });

  it('R-19 says so beforehand, and goes on with the last digit', async () => {
    const { user, newestCode, callsOf } = await withCodeSent({ autoSubmit: true });
    expect(codeField()).toHaveAccessibleDescription(/Once it is complete, it is checked at once/);
    const code = newestCode();
    codeField().focus();
    await user.paste(code.slice(0, 3));
    await user.keyboard(code.slice(3, 5));
    expect(callsOf('bindPhone')).toBe(0);
    await user.keyboard(code.slice(5));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Phone bound'));
    expect(callsOf('bindPhone')).toBe(1);
  });

  it('R-19 R-09 never submits the same code again for the same message', async () => {
    const view = await withCodeSent({ autoSubmit: true });
    const { user, newestCode, callsOf, letTimePass } = view;
    const no = wrong(newestCode());
    await user.type(codeField(), no);
    await waitFor(() => expect(codeField()).toBeInvalid());
    await user.keyboard('{Backspace}');
    await user.keyboard(no.at(-1) ?? '');
    await user.clear(codeField());
    await user.paste(no);
    expect(bindButton()).not.toHaveAttribute('aria-busy');
    expect(callsOf('bindPhone')).toBe(1);
    letTimePass(60_000);
    await sendAgain(view);
    await user.clear(codeField());
    await user.type(codeField(), newestCode());
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Phone bound'));
    expect(callsOf('bindPhone')).toBe(2);
  });

  it('R-19 waits for a gesture where the number is no longer the one that the code went to', async () => {
    const { user, newestCode, callsOf } = await withCodeSent({ autoSubmit: true });
    await user.type(phoneField(), '{Backspace}9');
    await user.type(codeField(), newestCode());
    expect(codeField()).toBeValid();
    expect(callsOf('bindPhone')).toBe(0);
  });

  it('R-06 R-19 goes by the tenant’s length', async () => {
    const settings = { codeLength: 4, defaultCountry: 'GB' };
    const { user, newestCode } = await afterTenantSpoke('+44', settings, { autoSubmit: true });
    await user.type(phoneField(), '7400 123456{Enter}');
    await waitFor(() => expect(codeField()).toHaveFocus());
    await user.keyboard(newestCode());
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Phone bound'));
  });
});

describe('the server’s own words', () => {
  const message = '<img src=x onerror=alert(1)>配额已用完';
  const refusal = { kind: 'envelope', envelope: { statusCode: 499, message } } as const;

  it('R-43 F44 are not shown unless asked for', async () => {
    const { user, sandbox } = await withNumber();
    sandbox.addFault({ operation: 'sendSms', ...refusal });
    await user.click(sendButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('This did not work.'));
    expect(document.body).not.toHaveTextContent('配额已用完');
  });

  it('R-43 F44 are text beside ours, for the form', async () => {
    const { user, sandbox } = await withNumber({ showServerMessage: true });
    sandbox.addFault({ operation: 'sendSms', ...refusal });
    await user.click(sendButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent(`The service says: ${message}`));
    expect(alertOf()).toHaveTextContent('This did not work.');
    expect(document.querySelector('img')).toBeNull();
  });

  it('R-43 are beside ours also where a field has the problem', async () => {
    const { user, newestCode } = await withCodeSent({ showServerMessage: true });
    await user.type(codeField(), wrong(newestCode()));
    await user.click(bindButton());
    await waitFor(() => expect(codeField()).toHaveAccessibleDescription(/wrong or was used/));
    expect(screen.getByText(/^The service says: /)).toBeInTheDocument();
  });
});
