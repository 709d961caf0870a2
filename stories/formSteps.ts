import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { Problem } from '../src/account/problem.ts';
import { problemText } from '../src/account/problemText.ts';
import type { Messages } from '../src/i18n/en.ts';
import type { FlowMessages } from '../src/i18n/enFlow.ts';
import type { Sandbox } from '../src/sandbox/index.ts';
import type { AuthenticationClient } from '../src/sdk/authenticationClient.ts';

export interface FormStepsOptions {
  canvas: StoryContext['canvas'];
  user: StoryContext['userEvent'];
  messages: Messages & FlowMessages;
  sandbox: Sandbox;
  client: AuthenticationClient;
}

/** What the page of a story hears when somebody else signs in. */
export const ANOTHER_ACCOUNT = 'another-account';

export type FormSteps = ReturnType<typeof formSteps>;

/** What people do with the form and what they must then find, in the words of the language shown. */
export function formSteps({ canvas, user, messages, sandbox, client }: FormStepsOptions) {
  const field = (name: 'phoneNumber' | 'verificationCode') =>
    canvas.findByRole('textbox', { name: messages[name] });
  const button = (name: 'sendCode' | 'sendAgain' | 'bindPhone' | 'changeContact') =>
    canvas.findByRole('button', { name: messages[name] });
  // The message without what differs from number to number.
  const [beginningOfCountry = ''] = messages.countryCallingCode('\n').split('\n');
  const countryButton = () =>
    canvas.findByRole('button', { name: (name) => name.startsWith(beginningOfCountry) });

  async function typeNumber(number = '138 0013 8000') {
    await user.type(await field('phoneNumber'), number);
  }

  async function pasteNumber(number: string) {
    await user.click(await field('phoneNumber'));
    await user.paste(number);
  }

  async function typeCode(code: string) {
    await user.type(await field('verificationCode'), code);
  }

  /** Asks for a code to the number in the field, whatever comes of it. */
  async function pressSend() {
    await user.click(await button('sendCode'));
  }

  /** Enters a number and asks for a code. */
  async function askForCode(number?: string) {
    await typeNumber(number);
    await pressSend();
  }

  /** Has a code sent. */
  async function sendCode(number?: string) {
    await askForCode(number);
    await waitFor(() => expect(sandbox.outbox()).toHaveLength(1));
    await waitFor(async () => expect(await field('verificationCode')).toHaveFocus());
  }

  const newestCode = () => sandbox.outbox()[0]?.code ?? '';
  const wrongCode = () => (newestCode() === '000000' ? '000001' : '000000');

  /** Enters a code, the one sent unless told otherwise, and binds. */
  async function bind(code = newestCode()) {
    await typeCode(code);
    await user.click(await button('bindPhone'));
  }

  /** Moves on the clocks of the server and of the page, as when a computer has slept. */
  function letTimePass(ms: number) {
    sandbox.advance(ms);
    const { now } = Date;
    // No spy: Storybook logs a spy's calls, with their time.
    Date.now = () => now() + ms;
  }

  /** Has one code after another sent to the same number. */
  async function sendCodes(count: number) {
    await sendCode();
    for (let sent = 1; sent < count; sent++) {
      letTimePass(5 * 60_000);
      const again = await button('sendAgain');
      await waitFor(() => expect(again).not.toHaveAttribute('aria-disabled'));
      await user.click(again);
      await waitFor(() => expect(sandbox.outbox()).toHaveLength(sent + 1));
      await waitFor(() => expect(again).not.toHaveAttribute('aria-busy'));
    }
  }

  /** Opens what helps when no code comes. */
  async function openHelp() {
    const summary = await canvas.findByText(messages.noCodeYet);
    await user.click(summary);
    await expect(summary.closest('details')).toHaveAttribute('open');
  }

  /** Opens the list of countries and searches it. */
  async function openCountries(query?: string) {
    await user.click(await countryButton());
    const search = await canvas.findByRole('combobox', { name: messages.searchCountries });
    if (query) await user.type(search, query);
  }

  /** What is shown in the field once its digits are grouped. */
  async function hasNumber(text: string) {
    await waitFor(async () => expect(await field('phoneNumber')).toHaveValue(text));
  }

  async function hasFieldError(name: 'phoneNumber' | 'verificationCode', problem: Problem) {
    const text = problemText(messages, problem);
    await waitFor(async () => {
      const control = await field(name);
      await expect(control).toBeInvalid();
      await expect(control).toHaveAccessibleDescription(expect.stringContaining(text));
    });
  }

  async function hasAlert(text: string) {
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent(text));
  }

  async function hasStatus(text: string) {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(text));
  }

  return {
    canvas,
    user,
    messages,
    sandbox,
    client,
    signInAnother: () => dispatchEvent(new Event(ANOTHER_ACCOUNT)),
    field,
    button,
    countryButton,
    typeNumber,
    typeCode,
    pasteNumber,
    pressSend,
    askForCode,
    sendCode,
    wrongCode,
    letTimePass,
    sendCodes,
    openHelp,
    openCountries,
    bind,
    hasNumber,
    hasFieldError,
    hasAlert,
    hasProblem: (problem: Problem) => hasAlert(problemText(messages, problem)),
    hasStatus,
    isBusy: async (name: 'sendCode' | 'bindPhone') => {
      await waitFor(async () => expect(await button(name)).toHaveAttribute('aria-busy', 'true'));
    },
  };
}
