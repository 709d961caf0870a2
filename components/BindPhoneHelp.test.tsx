import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
import {
  alertOf,
  bindButton,
  codeField,
  phoneField,
  SHOWN,
  sendAgain,
  sendButton,
  status,
  withCodeSent,
  withNumber,
  wordsOf,
} from './form.testing.tsx';

const FULL = '+86 139 1234 5678';
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const queryButton = (name: string | RegExp) => screen.queryByRole('button', { name });

afterEach(() => {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the network', () => {
  it('F01 R-25 says that one is offline, and when one is back, and sends nothing by itself', async () => {
    const { user, sandbox, callsOf } = await withNumber();
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    sandbox.addFault({ operation: 'sendSms', kind: 'resetBeforeHeaders' });
    await user.click(sendButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('You are offline.'));
    expect(sendButton()).not.toHaveAttribute('aria-disabled');
    onLine.mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    expect(status()).toHaveTextContent('You are back online.');
    expect(alertOf()).toBeEmptyDOMElement();
    expect(phoneField()).toHaveValue(SHOWN);
    expect(callsOf('sendSms')).toBe(1);
    await user.click(sendButton());
    await waitFor(() => expect(status()).toHaveTextContent(`Code sent to ${FULL}.`));
  });

  it('F01 says nothing of being online to who was not offline', async () => {
    const { user, sandbox } = await withNumber();
    sandbox.addFault({ operation: 'sendSms', kind: 'http', status: 500, body: '' });
    await user.click(sendButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('service has a problem'));
    act(() => void dispatchEvent(new Event('online')));
    expect(alertOf()).toHaveTextContent('service has a problem');
    expect(status()).toBeEmptyDOMElement();
  });

  it.each([
    ['sendSms', 'Sending the code…'],
    ['bindPhone', 'Checking…'],
  ])(
    'F06 says that %s goes on after a second, and once more after eight',
    async (operation, words) => {
      vi.useFakeTimers({ shouldAdvanceTime: true });
      const view = operation === 'sendSms' ? await withNumber() : await withCodeSent();
      const { user, sandbox, newestCode } = view;
      sandbox.addFault({ operation, kind: 'delay', ms: 12_000 });
      if (operation === 'bindPhone') await user.type(codeField(), newestCode());
      const before = wordsOf(status());
      await user.click(operation === 'sendSms' ? sendButton() : bindButton());
      await act(() => vi.advanceTimersByTimeAsync(500));
      expect(status()).toHaveTextContent(before);
      await act(() => vi.advanceTimersByTimeAsync(1_000));
      expect(status()).toHaveTextContent(words);
      await act(() => vi.advanceTimersByTimeAsync(7_000));
      expect(status()).toHaveTextContent('Still working…');
      await act(() => vi.advanceTimersByTimeAsync(5_000));
      await waitFor(() => expect(status()).toHaveTextContent(/^(Code sent|Phone bound)/));
    },
  );

  it('F14 names blockers once the service could not be reached twice in a row', async () => {
    const { user, sandbox, letTimePass } = await withNumber();
    sandbox.addFault({ operation: 'sendSms', kind: 'resetBeforeHeaders', times: 2 });
    await user.click(sendButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('Try again in a minute.'));
    expect(alertOf()).not.toHaveTextContent('blocker');
    letTimePass(10_000);
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-disabled'));
    await user.click(sendButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent(/blocker in the browser/));
  });
});

describe('too many tries', () => {
  it('F94 R-11 stops for as long as the server asks, and says how long', async () => {
    const { user, sandbox, newestCode, callsOf } = await withCodeSent();
    const code = newestCode();
    const headers = { 'retry-after': '120' };
    sandbox.addFault({ operation: 'bindPhone', kind: 'http', status: 429, headers });
    await user.type(codeField(), code);
    await user.click(bindButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent(/no more tries .* in 2 minutes/));
    expect(codeField()).toHaveValue(code);
    await user.click(bindButton());
    await waitFor(() =>
      expect(alertOf()).toHaveTextContent(/in 2 minutes, or ask for another code/),
    );
    expect(callsOf('bindPhone')).toBe(1);
  });

  it('F94 R-11 stays stopped when the form goes away and comes back', async () => {
    const first = await withCodeSent();
    const code = first.newestCode();
    const headers = { 'retry-after': '20' };
    first.sandbox.addFault({ operation: 'bindPhone', kind: 'http', status: 429, headers });
    await first.user.type(codeField(), code);
    await first.user.click(bindButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('no more tries'));
    first.unmount();
    const fetch = first.sandbox.fetch;
    const { user, callsOf } = await withNumber({}, { client: { fetch } });
    await user.type(codeField(), code);
    await user.click(bindButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent(/no more tries .* in \d+ seconds/));
    expect(callsOf('bindPhone')).toBe(0);
    first.letTimePass(20_000);
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });

  it('F94 R-11 goes on with another code', async () => {
    const view = await withCodeSent();
    const { user, sandbox, newestCode, callsOf, letTimePass } = view;
    sandbox.addFault({ operation: 'bindPhone', kind: 'http', status: 429 });
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(alertOf()).toHaveTextContent('no more tries'));
    letTimePass(60_000);
    await sendAgain(view);
    await user.clear(codeField());
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
    expect(callsOf('bindPhone')).toBe(2);
  });
});

describe('one code after another', () => {
  it('R-03 waits longer each time, and stops after the fifth with a way to help', async () => {
    const view = await withCodeSent();
    const { callsOf, letTimePass, user } = view;
    for (const [past, next] of [
      [60, 120],
      [120, 300],
      [300, 300],
    ] as const) {
      letTimePass(past * 1_000);
      await waitFor(() => expect(status()).toHaveTextContent('You can ask for another code now.'));
      await sendAgain(view);
      await waitFor(() =>
        expect(sendButton()).toHaveAccessibleDescription(new RegExp(`in ${next} seconds`)),
      );
    }
    letTimePass(300_000);
    await sendAgain(view);
    await waitFor(() =>
      expect(sendButton()).toHaveAccessibleDescription(/Wait ten minutes, or ask for help/),
    );
    expect(status()).toHaveTextContent(`Code sent to ${FULL}.`);
    letTimePass(300_000);
    await waitFor(() => expect(screen.getAllByText(/No more codes for now/)).toHaveLength(1));
    expect(status()).toHaveTextContent(`Code sent to ${FULL}.`);
    await user.click(sendButton());
    await user.type(phoneField(), '{Backspace}9{Enter}');
    expect(sendButton()).toHaveAccessibleDescription(/Wait ten minutes/);
    expect(callsOf('sendSms')).toBe(5);
    letTimePass(300_000);
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-disabled'));
  });

  it('R-08 binds with the code of the newest message only', async () => {
    const view = await withCodeSent();
    const { user, newestCode, callsOf } = view;
    const first = newestCode();
    await user.type(phoneField(), '{Backspace}9');
    await sendAgain(view);
    await waitFor(() => expect(status()).toHaveTextContent('Code sent to +86 139 1234 5679.'));
    await user.type(phoneField(), '{Backspace}8');
    await waitFor(() =>
      expect(status()).toHaveTextContent('The newest code went to +86 139 1234 5679.'),
    );
    await user.type(codeField(), first);
    await user.click(bindButton());
    await waitFor(() =>
      expect(codeField()).toHaveAccessibleDescription(/newest code went elsewhere/),
    );
    expect(callsOf('bindPhone')).toBe(0);
    await user.click(button('Back to +86 139 1234 5679'));
    expect(codeField()).toBeValid();
    await user.clear(codeField());
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });
});

describe('the number that the code went to', () => {
  it('R-77 can be changed from beside the code, and nothing is lost', async () => {
    const { user, newestCode } = await withCodeSent();
    await user.type(codeField(), '12');
    await user.click(button('Change number'));
    expect(phoneField()).toHaveFocus();
    expect(phoneField()).toHaveValue(SHOWN);
    expect(codeField()).toHaveValue('12');
    await user.clear(codeField());
    await user.type(codeField(), newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });

  it('F69 is put back with one press after the field was edited', async () => {
    const { user, newestCode } = await withCodeSent();
    await user.clear(phoneField());
    await user.type(phoneField(), '+44 7400');
    expect(button(/^Country calling code/)).toHaveTextContent('+44');
    await user.click(button(`Back to ${FULL}`));
    expect(phoneField()).toHaveValue(SHOWN);
    expect(codeField()).toHaveFocus();
    await waitFor(() => expect(status()).toHaveTextContent(`Code sent to ${FULL}.`));
    expect(button(/^Country calling code/)).toHaveTextContent('+86');
    await user.keyboard(newestCode());
    await user.click(bindButton());
    await waitFor(() => expect(status()).toHaveTextContent('Phone bound'));
  });

  it('F69 takes the error of the other number with it', async () => {
    const { user } = await withCodeSent();
    await user.type(phoneField(), '{Backspace}');
    await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-disabled'));
    await user.click(sendButton());
    await waitFor(() => expect(phoneField()).toBeInvalid());
    await user.click(button(`Back to ${FULL}`));
    expect(phoneField()).toBeValid();
  });
});

describe('when no code comes', () => {
  it('F82 R-76 helps after twenty seconds, and not before', async () => {
    const { user, letTimePass } = await withCodeSent();
    expect(screen.queryByText('Didn’t get the code?')).not.toBeInTheDocument();
    letTimePass(20_000);
    await user.click(await screen.findByText('Didn’t get the code?'));
    const help = within(screen.getByRole('group'));
    expect(help.getByText(FULL)).toBeVisible();
    expect(help.getByText(/Your operator may block/)).toBeVisible();
    expect(help.getByText(/Only the newest code works/)).toBeVisible();
    await user.click(help.getByRole('button', { name: 'Change number' }));
    expect(phoneField()).toHaveFocus();
    expect(phoneField()).toHaveValue(SHOWN);
  });

  it('F82 speaks of roaming where that is the likelier reason', async () => {
    const { user, letTimePass } = await withNumber({}, {}, '+44 7400 123456');
    await user.click(sendButton());
    await waitFor(() => expect(status()).toHaveTextContent('Code sent to +44 7400 123456.'));
    letTimePass(20_000);
    await user.click(await screen.findByText('Didn’t get the code?'));
    expect(screen.getByText(/some operators hold it back/)).toBeVisible();
    expect(screen.queryByText(/Your operator may block/)).not.toBeInTheDocument();
  });
});

describe('a number with a calling code but no +', () => {
  it('is offered, not taken, and sent to only when asked', async () => {
    const { user, calls } = await withNumber({}, {}, '447400123456');
    await user.click(sendButton());
    await user.click(await screen.findByRole('button', { name: 'Did you mean +44 7400 123456?' }));
    expect(phoneField()).toHaveValue('7400 123456');
    expect(phoneField()).toBeValid();
    expect(phoneField()).toHaveFocus();
    expect(button(/^Country calling code/)).toHaveTextContent('+44');
    expect(queryButton(/^Did you mean/)).not.toBeInTheDocument();
    expect(calls()).toEqual([]);
    await user.click(sendButton());
    await waitFor(() => expect(calls()).toHaveLength(1));
    expect(calls()[0]?.body).toMatchObject({ phoneNumber: '7400123456', phoneCountryCode: '+44' });
  });

  it('is not offered while it is being typed', async () => {
    await withNumber({}, {}, '447400123456');
    expect(queryButton(/^Did you mean/)).not.toBeInTheDocument();
  });

  it('R-04 is not offered for a country that is not allowed', async () => {
    const { user } = await withNumber({ allowedCountries: ['CN', 'DE'] }, {}, '447400123456');
    await user.click(sendButton());
    await waitFor(() => expect(phoneField()).toBeInvalid());
    expect(queryButton(/^Did you mean/)).not.toBeInTheDocument();
  });
});
